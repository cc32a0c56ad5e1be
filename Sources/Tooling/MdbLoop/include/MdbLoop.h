/* What a lookup is measured against: mdb_get in a loop, in C. */
#ifndef MDB_LOOP_H
#define MDB_LOOP_H

#include <stddef.h>

/*
 * Looks up `count` keys in the index at `path` in one read transaction and
 * adds up the first bytes of their values in `sum`. Key i is keys[offsets[i]]
 * up to keys[offsets[i + 1]]. Returns how many were found, or -1 when the
 * index cannot be read.
 */
long mdb_loop(const char *path, const char *keys, const size_t *offsets, size_t count, unsigned long *sum);

#endif
