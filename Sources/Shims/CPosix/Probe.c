#define _GNU_SOURCE
#include "CPosix.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
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
