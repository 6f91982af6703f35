/** Figures with their names, side by side as far as there is room. */
export function FigureList({ figures }: { readonly figures: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
