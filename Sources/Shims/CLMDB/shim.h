/* LMDB 0.9.24 or later; the library is used for writing only, see docs/architecture.md. */
#include <lmdb.h>
