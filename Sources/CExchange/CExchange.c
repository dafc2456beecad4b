#define _GNU_SOURCE
#include "CExchange.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

int sitegen_exchange(const char *a, const char *b) {
  long result = syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
  return result < 0 ? -errno : 0;
}

// The fallback has no kernel to watch over "..": such a path is refused by its text.
static int leads_upwards(const char *path) {
  if (*path == '/') return 1;
  for (const char *part = path; part; part = strchr(part, '/')) {
    while (*part == '/') part++;
    if (part[0] == '.' && part[1] == '.' && (part[2] == '/' || part[2] == 0)) return 1;
  }
  return 0;
}

int sitegen_open_beneath(int folder, const char *path, int flags) {
  struct open_how how = {
      .flags = (unsigned long long)(unsigned)flags,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
  };
  long result;
  // EAGAIN: a rename elsewhere disturbed the kernel's look at "..".
  int attempts = 16;
  do {
    result = syscall(SYS_openat2, folder, path, &how, sizeof how);
  } while (result < 0 && (errno == EINTR || (errno == EAGAIN && --attempts > 0)));
  if (result >= 0) return (int)result;
  if (errno != ENOSYS) return -errno;
  if (leads_upwards(path)) return -EXDEV;
  int descriptor = openat(folder, path, flags | O_NOFOLLOW);
  return descriptor < 0 ? -errno : descriptor;
}

int sitegen_spread_folders(int folder, int on) {
  int flags = 0;
  if (ioctl(folder, FS_IOC_GETFLAGS, &flags) < 0) return -errno;
  int wanted = on ? flags | FS_TOPDIR_FL : flags & ~FS_TOPDIR_FL;
  if (wanted == flags) return 0;
  return ioctl(folder, FS_IOC_SETFLAGS, &wanted) < 0 ? -errno : 0;
}
