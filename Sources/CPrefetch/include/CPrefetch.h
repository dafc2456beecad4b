// What C says to the processor and Swift has no word for.
#ifndef SITEGEN_CPREFETCH_H
#define SITEGEN_CPREFETCH_H

/// Asks for the cache line at an address, without waiting for it.
///
/// A hint: it changes nothing, and an address that is not there does no harm.
static inline void sitegen_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
