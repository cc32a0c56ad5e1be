/* SHA-256 of Nettle, with the processor's instructions for it where it has them. */
#include <nettle/sha2.h>
