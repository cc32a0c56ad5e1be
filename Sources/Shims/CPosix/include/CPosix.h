/* The few lines that Swift cannot say: what runs inside a signal handler. */
#ifndef CPOSIX_H
#define CPOSIX_H

#include <stddef.h>
#include <stdint.h>

/* How many mapped files can be guarded at a time. */
#define POSTROOM_GUARD_SLOTS 64

/*
 * Names the mapping [address, address + length): when a page of it cannot be
 * read because another program made the file shorter, the process writes
 * "fatal: NAME: the file became shorter while it was being read" and exits
 * with status 1, in place of dying from SIGBUS. Returns a slot for
 * postroom_unguard_mapping, or -1 when every slot is taken (the mapping is
 * then used unguarded). NAME is copied and cut at 511 bytes.
 */
int postroom_guard_mapping(const void *address, size_t length, const char *name);

/* Loads a number that another process may be storing; what is read after it is not older than it. */
static inline uint64_t postroom_load_acquire(const void *address) {
    return __atomic_load_n((const uint64_t *)address, __ATOMIC_ACQUIRE);
}

/* Asks the processor to bring the cache line of the address near; any address will do. */
static inline void postroom_prefetch(const void *address) { __builtin_prefetch(address); }

/* open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, mode): a macro that Swift does not import. */
int postroom_open_nameless(const char *directory, unsigned mode);

/*
 * Asks the system to begin to write a part of a file to the disk; a hint, so
 * what it answers does not matter.
 */
void postroom_start_writeback(int file, int64_t offset, int64_t count);

/* Gives the slot back, before the mapping goes away. */
void postroom_unguard_mapping(int slot);


/* Connects to a socket and hangs up: 0, or the errno; ETIMEDOUT after that many milliseconds. */
int postroom_try_unix(const char *path, int milliseconds);
/* The same for an address with a port; 0 for what is no address. */
int postroom_try_inet(const char *host, const char *port, int milliseconds);
/* Whether a host has an address: 0 yes, 1 no, 2 not known, because nobody answered in that many milliseconds. */
int postroom_resolve(const char *host, int milliseconds);
/* The same for the MX records of a domain. */
int postroom_has_mx(const char *domain, int milliseconds);
#endif
