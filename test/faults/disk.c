/*
 * A disk that is slow, or broken, or that keeps only what was synced. Loaded with LD_PRELOAD.
 *   DISK_SURVIVES=<folder>  each file of DISK_OF is copied there as it is after every sync of it: what a power loss would leave.
 *   DISK_OF=<folder>        the folder whose files are meant.
 *   DISK_DELAY_MS=<n>       every sync takes so much longer.
 *   DISK_FAILS=<file>       while this file exists, every sync of DISK_OF fails with EIO, and nothing of it survives.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Journalling file systems write what happened to names before with the next sync of any file. */
static void forget_removed(const char *of, const char *survives) {
  DIR *folder = opendir(survives);
  if (!folder) abort();
  char there[4200], kept[4200];
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (entry->d_name[0] == '.') continue;
    snprintf(there, sizeof there, "%s/%s", of, entry->d_name);
    snprintf(kept, sizeof kept, "%s/%s", survives, entry->d_name);
    if (access(there, F_OK) != 0) unlink(kept);
  }
  closedir(folder);
}

/* Whether the file is one of DISK_OF's; its path goes to `path`. */
static int is_meant(int fd, char *path, size_t size) {
  const char *of = getenv("DISK_OF");
  char link[64];
  struct stat info;
  if (!of) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, of, strlen(of)) == 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
}

static void keep(const char *path) {
  const char *of = getenv("DISK_OF"), *survives = getenv("DISK_SURVIVES");
  char next[4200], last[4200], block[65536];
  if (!survives) return;
  const char *name = strrchr(path, '/') + 1;
  snprintf(last, sizeof last, "%s/%s", survives, name);
  /* Renamed when complete: the process may be killed in the middle of the copy. */
  snprintf(next, sizeof next, "%s/%s.next", survives, name);
  int from = open(path, O_RDONLY), to = open(next, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  if (from < 0 || to < 0) abort();
  ssize_t got;
  while ((got = read(from, block, sizeof block)) > 0)
    if (write(to, block, got) != got) abort();
  close(from);
  close(to);
  if (rename(next, last) != 0) abort();
  forget_removed(of, survives);
}

static int synced(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *delay = getenv("DISK_DELAY_MS");
  if (delay) usleep(atoi(delay) * 1000);
  char path[4096];
  int meant = is_meant(fd, path, sizeof path);
  const char *fails = getenv("DISK_FAILS");
  if (meant && fails && access(fails, F_OK) == 0) {
    errno = EIO;
    return -1;
  }
  int result = real(fd);
  if (result == 0 && meant) keep(path);
  return result;
}

int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
