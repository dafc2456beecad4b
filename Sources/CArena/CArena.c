#include "CArena.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct chunk {
  struct chunk *previous;
  size_t size;
  size_t used;
} chunk;

enum { header = 16, first_chunk = 256 * 1024 };

static _Thread_local chunk *current;
static _Thread_local size_t handed_out;

static _Noreturn void out_of_memory(void) {
  fputs("sitegen: out of memory while parsing a note\n", stderr);
  abort();
}

static unsigned char *payload(chunk *each) {
  return (unsigned char *)each + ((sizeof(chunk) + 15) & ~(size_t)15);
}

static void *take(size_t size) {
  // Sixteen bytes in front of each block: its size, which realloc needs, and zeros. cmark-gfm 0.29.0.gfm.6
  // looks for "mailto" before the colon that a text begins with, and must find nothing of another note there.
  if (size > SIZE_MAX / 4) out_of_memory();
  size_t whole = ((size + 15) & ~(size_t)15) + header;
  if (!current || current->size - current->used < whole) {
    size_t room = current ? current->size * 2 : first_chunk;
    if (room > ((size_t)16 << 20)) room = (size_t)16 << 20;
    if (room < whole) room = whole;
    chunk *fresh = malloc(((sizeof(chunk) + 15) & ~(size_t)15) + room);
    if (!fresh) out_of_memory();
    fresh->previous = current;
    fresh->size = room;
    fresh->used = 0;
    current = fresh;
  }
  unsigned char *start = payload(current) + current->used;
  current->used += whole;
  handed_out += whole;
  *(size_t *)start = size;
  *(uint64_t *)(start + 8) = 0;
  return start + header;
}

void *sitegen_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) out_of_memory();
  void *block = take(count * size);
  memset(block, 0, count * size);
  return block;
}

void *sitegen_arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t *stored = (size_t *)((unsigned char *)block - header);
  size_t former = *stored;
  if (size <= former) return block;
  // The newest block of the chunk grows where it stands.
  size_t rounded = (former + 15) & ~(size_t)15;
  size_t wanted = (size + 15) & ~(size_t)15;
  unsigned char *end = (unsigned char *)block + rounded;
  if (end == payload(current) + current->used && size < SIZE_MAX / 4 &&
      current->size - current->used >= wanted - rounded) {
    current->used += wanted - rounded;
    handed_out += wanted - rounded;
    *stored = size;
    return block;
  }
  void *fresh = take(size);
  memcpy(fresh, block, former);
  return fresh;
}

void sitegen_arena_free(void *block) { (void)block; }

void sitegen_arena_reset(size_t keep) {
  // The newest chunk is the largest: one of its size serves the next note without a second one.
  chunk *older = NULL;
  if (current) {
    older = current->previous;
    current->previous = NULL;
    current->used = 0;
    if (current->size > keep) {
      free(current);
      current = NULL;
    }
  }
  while (older) {
    chunk *previous = older->previous;
    free(older);
    older = previous;
  }
  handed_out = 0;
}

size_t sitegen_arena_used(void) { return handed_out; }

void sitegen_give_large_blocks_back(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
#if defined(M_TRIM_THRESHOLD) && defined(M_TOP_PAD)
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 4 << 20);
#endif
}
