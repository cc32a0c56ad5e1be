#include "CPosix.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

struct guard {
    _Atomic uintptr_t start; /* 0: the slot is free */
    _Atomic uintptr_t end;
    char name[512];
};

static struct guard guards[POSTROOM_GUARD_SLOTS];
static pthread_mutex_t guards_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t handler_once = PTHREAD_ONCE_INIT;

static void write_all(const char *text) {
    size_t length = strlen(text);
    while (length > 0) {
        ssize_t written = write(STDERR_FILENO, text, length);
        if (written <= 0)
            return;
        text += written;
        length -= (size_t)written;
    }
}

/* Only async-signal-safe calls from here on. */
static void bus_error(int number, siginfo_t *info, void *context) {
    uintptr_t address = (uintptr_t)info->si_addr;
    (void)context;
    for (int slot = 0; slot < POSTROOM_GUARD_SLOTS; slot++) {
        uintptr_t start = atomic_load(&guards[slot].start);
        if (start != 0 && address >= start && address < atomic_load(&guards[slot].end)) {
            write_all("fatal: ");
            write_all(guards[slot].name);
            write_all(": the file became shorter while it was being read\n");
            _exit(1);
        }
    }
    signal(number, SIG_DFL); /* not ours: the instruction runs again and the default action follows */
}

static void install_handler(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = bus_error;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, NULL);
}

int postroom_guard_mapping(const void *address, size_t length, const char *name) {
    int found = -1;
    pthread_once(&handler_once, install_handler);
    pthread_mutex_lock(&guards_lock);
    for (int slot = 0; slot < POSTROOM_GUARD_SLOTS && found < 0; slot++)
        if (atomic_load(&guards[slot].start) == 0)
            found = slot;
    if (found >= 0) {
        strncpy(guards[found].name, name, sizeof guards[found].name - 1);
        atomic_store(&guards[found].end, (uintptr_t)address + length);
        atomic_store(&guards[found].start, (uintptr_t)address);
    }
    pthread_mutex_unlock(&guards_lock);
    return found;
}

void postroom_unguard_mapping(int slot) {
    if (slot >= 0 && slot < POSTROOM_GUARD_SLOTS)
        atomic_store(&guards[slot].start, 0);
}
