#ifndef POSTROOM_MDB_LOOP_H
#define POSTROOM_MDB_LOOP_H

#include <stddef.h>

// How many indexes one loop can have open.
#define MDB_LOOP_INDEXES 8

// What lookups are measured against: one mdb_get for each key in one read transaction for each index, as a C program that
// keeps its transactions open would do it.
//
// Key i is keys[offsets[i]] to keys[offsets[i + 1]], and the index that it is looked up in is paths[which[i]], or the first
// one where which is NULL. Returns how many keys were found, -1 when an index cannot be opened. *sum gets the first bytes of
// all values, so that the work is needed.
long mdb_loop(const char *const *paths, size_t path_count, const char *keys, const size_t *offsets,
              const unsigned char *which, size_t count, unsigned long *sum);

#endif
