#include "CICU.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <unicode/uidna.h>
#include <unicode/uvernum.h>

/* ICU's functions have its version in their names; its headers say which. */
#define TEXT_OF(name) #name
#define TEXT(name) TEXT_OF(name)
#define LIBRARY "libicuuc.so." TEXT(U_ICU_VERSION_MAJOR_NUM)

typedef UIDNA *(*Open)(uint32_t, UErrorCode *);
typedef int32_t (*Convert)(
    const UIDNA *, const char *, int32_t, char *, int32_t, UIDNAInfo *, UErrorCode *);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static Convert convert;
/* By whether the mapping is transitional; made once, never changed, shared by all threads. */
static UIDNA *mappings[2];

static void open_library(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    Open open = (Open)dlsym(library, TEXT(uidna_openUTS46));
    Convert function = (Convert)dlsym(library, TEXT(uidna_nameToASCII_UTF8));
    if (!open || !function) return;
    UErrorCode error = U_ZERO_ERROR;
    mappings[0] = open(UIDNA_NONTRANSITIONAL_TO_ASCII, &error);
    mappings[1] = open(UIDNA_DEFAULT, &error);
    if (U_SUCCESS(error)) convert = function;
}

int postroom_domain_to_ascii(
    const char *name, size_t length, int transitional, char *ascii, size_t capacity) {
    pthread_once(&once, open_library);
    if (!convert) return POSTROOM_ICU_MISSING;
    if (length > INT_MAX || capacity > INT_MAX) return POSTROOM_ICU_INVALID;
    UErrorCode error = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t count = convert(
        mappings[transitional != 0], name, (int32_t)length, ascii, (int32_t)capacity, &info, &error);
    if (U_FAILURE(error) || info.errors || count <= 0 || (size_t)count > capacity) return POSTROOM_ICU_INVALID;
    return count;
}

const char *postroom_icu_library(void) { return LIBRARY; }
