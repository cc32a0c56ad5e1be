#define _GNU_SOURCE
#include "CPosix.h"
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static int try_connect(int family, const struct sockaddr *address, socklen_t size, int milliseconds) {
    int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return errno;
    int code = 0;
    if (connect(fd, address, size) != 0) {
        code = errno;
        if (code == EINPROGRESS || code == EAGAIN) {
            struct pollfd poller = {.fd = fd, .events = POLLOUT};
            if (poll(&poller, 1, milliseconds) <= 0) {
                code = ETIMEDOUT;
            } else {
                socklen_t length = sizeof code;
                if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &length) != 0) code = errno;
            }
        }
    }
    close(fd);
    return code;
}

int postroom_try_unix(const char *path, int milliseconds) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) return ENAMETOOLONG;
    strcpy(address.sun_path, path);
    return try_connect(AF_UNIX, (struct sockaddr *)&address, sizeof address, milliseconds);
}

int postroom_try_inet(const char *host, const char *port, int milliseconds) {
    /* Names of hosts are not asked for here: only addresses answer within a known time. */
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    if (getaddrinfo(host, port, &hints, &list) != 0) return 0;
    int code = try_connect(list->ai_family, list->ai_addr, list->ai_addrlen, milliseconds);
    freeaddrinfo(list);
    return code;
}

int postroom_resolve(const char *host, int milliseconds) {
    /* A request that is still under way keeps its memory. */
    struct gaicb *request = calloc(1, sizeof *request);
    char *name = strdup(host);
    if (!request || !name) return 2;
    request->ar_name = name;
    struct gaicb *list[] = {request};
    if (getaddrinfo_a(GAI_NOWAIT, list, 1, NULL) != 0) return 2;
    const struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    gai_suspend((const struct gaicb *const *)list, 1, &limit);
    int code = gai_error(request);
    if (code == EAI_INPROGRESS && gai_cancel(request) != EAI_CANCELED) return 2;
    int answer = code == 0 ? 0 : code == EAI_NONAME || code == EAI_NODATA ? 1 : 2;
    if (code == 0) freeaddrinfo(request->ar_result);
    free(name);
    free(request);
    return answer;
}

/* Whether an answer has a record of a type (RFC 1035 section 4.1). */
static int has_record(const unsigned char *answer, int size, int type) {
    const unsigned char *end = answer + size, *at = answer + 12;
    if (size < 12) return 0;
    for (int questions = answer[4] << 8 | answer[5]; questions > 0; questions--) {
        int name = dn_skipname(at, end);
        if (name < 0 || end - at < name + 4) return 0;
        at += name + 4;
    }
    for (int records = answer[6] << 8 | answer[7]; records > 0; records--) {
        int name = dn_skipname(at, end);
        if (name < 0 || end - at < name + 10) return 0;
        at += name;
        if ((at[0] << 8 | at[1]) == type) return 1;
        int length = at[8] << 8 | at[9];
        if (end - at - 10 < length) return 0;
        at += 10 + length;
    }
    return 0;
}

int postroom_has_mx(const char *domain, int milliseconds) {
    struct __res_state state = {0};
    if (res_ninit(&state) != 0) return 2;
    if (state.nscount > 2) state.nscount = 2;
    state.retry = 1;
    state.retrans = milliseconds / 1000 / state.nscount;
    if (state.retrans < 1) state.retrans = 1;
    unsigned char answer[4096];
    int size = res_nquery(&state, domain, C_IN, T_MX, answer, sizeof answer);
    int code = state.res_h_errno;
    res_nclose(&state);
    if (size > (int)sizeof answer) size = sizeof answer;
    if (size >= 0) return has_record(answer, size, T_MX) ? 0 : 1;
    return code == HOST_NOT_FOUND || code == NO_DATA ? 1 : 2;
}
