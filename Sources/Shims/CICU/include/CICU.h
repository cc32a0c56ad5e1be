/* The one thing that is asked of ICU, which is opened when it is first asked. */
#ifndef CICU_H
#define CICU_H

#include <stddef.h>

/* What postroom_domain_to_ascii says besides a length. */
#define POSTROOM_ICU_INVALID (-1)
#define POSTROOM_ICU_MISSING (-2)

/*
 * Turns a domain name in UTF-8 into its ASCII form (UTS 46), with the
 * transitional mapping of IDNA 2003 when TRANSITIONAL is not zero. Returns the
 * number of bytes that it wrote to ASCII, POSTROOM_ICU_INVALID for what is no
 * domain name or does not fit into CAPACITY bytes, or POSTROOM_ICU_MISSING when
 * the library cannot be opened. Any number of threads may call it.
 */
int postroom_domain_to_ascii(
    const char *name, size_t length, int transitional, char *ascii, size_t capacity);

/* The file name of the library that this was built for. */
const char *postroom_icu_library(void);

#endif
