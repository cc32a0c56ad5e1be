#define _GNU_SOURCE
#include "CPosix.h"

#include <fcntl.h>

void postroom_start_writeback(int file, int64_t offset, int64_t count) {
    (void)sync_file_range(file, offset, count, SYNC_FILE_RANGE_WRITE);
}
