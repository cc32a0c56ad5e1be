#include "MdbLoop.h"

#include <lmdb.h>

long mdb_loop(const char *path, const char *keys, const size_t *offsets, size_t count, unsigned long *sum) {
    MDB_env *environment;
    MDB_txn *transaction;
    MDB_dbi database;
    long found = -1;
    *sum = 0;
    if (mdb_env_create(&environment) != 0)
        return -1;
    if (mdb_env_open(environment, path, MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK, 0) == 0
        && mdb_txn_begin(environment, NULL, MDB_RDONLY, &transaction) == 0) {
        if (mdb_dbi_open(transaction, NULL, 0, &database) == 0) {
            found = 0;
            for (size_t i = 0; i < count; i++) {
                MDB_val key = {offsets[i + 1] - offsets[i], (void *)(keys + offsets[i])};
                MDB_val value;
                if (mdb_get(transaction, database, &key, &value) == 0) {
                    found++;
                    *sum += *(const unsigned char *)value.mv_data;
                }
            }
        }
        mdb_txn_abort(transaction);
    }
    mdb_env_close(environment);
    return found;
}
