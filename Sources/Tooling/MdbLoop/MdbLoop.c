#include "MdbLoop.h"

#include <lmdb.h>

typedef struct {
    MDB_env *environment;
    MDB_txn *transaction;
    MDB_dbi database;
} opened_index;

static int open_index(opened_index *index, const char *path) {
    index->transaction = NULL;
    if (mdb_env_create(&index->environment) != 0) {
        index->environment = NULL;
        return 0;
    }
    return mdb_env_open(index->environment, path, MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK, 0) == 0
        && mdb_txn_begin(index->environment, NULL, MDB_RDONLY, &index->transaction) == 0
        && mdb_dbi_open(index->transaction, NULL, 0, &index->database) == 0;
}

static void close_index(opened_index *index) {
    if (index->transaction)
        mdb_txn_abort(index->transaction);
    if (index->environment)
        mdb_env_close(index->environment);
}

long mdb_loop(const char *const *paths, size_t path_count, const char *keys, const size_t *offsets,
              const unsigned char *which, size_t count, unsigned long *sum) {
    opened_index indexes[MDB_LOOP_INDEXES];
    size_t opened = 0;
    long found = 0;
    *sum = 0;
    for (; found == 0 && opened < path_count && opened < MDB_LOOP_INDEXES; opened++)
        if (!open_index(&indexes[opened], paths[opened]))
            found = -1;
    for (size_t i = 0; found >= 0 && i < count; i++) {
        const opened_index *index = &indexes[which ? which[i] : 0];
        MDB_val key = {offsets[i + 1] - offsets[i], (void *)(keys + offsets[i])};
        MDB_val value;
        if (mdb_get(index->transaction, index->database, &key, &value) == 0) {
            found++;
            *sum += *(const unsigned char *)value.mv_data;
        }
    }
    while (opened > 0)
        close_index(&indexes[--opened]);
    return found;
}
