// A bump allocator per thread, for libraries that let the caller choose calloc, realloc and free.
//
// cmark-gfm allocates some hundred small blocks for a note and frees them one by one. With an arena
// an allocation is an addition, freeing is nothing, and one reset per note returns all of it.
#ifndef SITEGEN_CARENA_H
#define SITEGEN_CARENA_H

#include <stddef.h>

/// Zeroed memory of `count * size` bytes from the calling thread's arena, aligned to 16 bytes.
/// Ends the process where the system has no memory left, as the default allocator of cmark does.
void *sitegen_arena_calloc(size_t count, size_t size);

/// A block of at least `size` bytes that begins with the bytes of `block`, which may be NULL.
void *sitegen_arena_realloc(void *block, size_t size);

/// Does nothing: the memory comes back with the reset.
void sitegen_arena_free(void *block);

/// Forgets every block of the calling thread's arena. Chunks beyond `keep` bytes go back to the
/// system, so that one huge note does not hold on to its memory.
void sitegen_arena_reset(size_t keep);

/// The bytes handed out by the calling thread's arena since its last reset.
size_t sitegen_arena_used(void);

/// Makes `free` return blocks of a megabyte and more to the system at once, and keep what is smaller.
///
/// glibc raises that border with each large block that is freed, up to 32 MB; the room of a file of
/// tens of megabytes would then stay with the process, in pieces. What is small is asked for again
/// soon; given back it would have to be fetched and cleared page by page each time.
void sitegen_give_large_blocks_back(void);

#endif
