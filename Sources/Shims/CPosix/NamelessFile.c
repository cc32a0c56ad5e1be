#define _GNU_SOURCE
#include "CPosix.h"

#include <fcntl.h>

int postroom_open_nameless(const char *directory, unsigned mode) {
    return open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}
