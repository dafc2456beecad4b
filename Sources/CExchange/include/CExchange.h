// Two system calls of Linux that Glibc does not show to Swift.
#ifndef SITEGEN_CEXCHANGE_H
#define SITEGEN_CEXCHANGE_H

/// Exchanges what is at the paths `a` and `b` in one step; both must exist on one file system.
/// Gives 0, or the negated error number.
int sitegen_exchange(const char *a, const char *b);

/// Opens `path` below the open folder `folder`; a path or a symbolic link that leads out of it is
/// refused with -EXDEV. Gives a descriptor, or the negated error number. A kernel without openat2
/// opens without following a symbolic link at the path's end.
int sitegen_open_beneath(int folder, const char *path, int flags);

/// Says whether the folders that are made in an open folder belong together (`on` = 0) or may lie far
/// apart on the disk (`on` = 1): the `T` attribute of ext2, ext3 and ext4. Gives 0, or the negated
/// error number; other file systems have no such attribute.
int sitegen_spread_folders(int folder, int on);

#endif
