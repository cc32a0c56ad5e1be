# Postroom: `make demo` shows it, `make test` checks it.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
# The C++ library that Swift's runtime needs is linked in: as a shared one it costs each process a megabyte.
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib --product postroom -Xlinker -s -Xlinker --gc-sections \
	-Xlinker -L.build/static
BUILD_PACKAGES = liblmdb-dev libpcre2-dev pkg-config
TEST_PACKAGES = $(BUILD_PACKAGES) postfix postfix-lmdb postfix-pcre lmdb-utils
BENCH_PACKAGES = $(TEST_PACKAGES) postfix-cdb
PREFIX = /usr/local
COMMANDS = postmap postalias newaliases

.PHONY: build demo test bench install
build:
	.ci/packages $(BUILD_PACKAGES)
	mkdir -p .build/static
	ln -sf "$$(ls /usr/lib/gcc/*-linux-gnu/*/libstdc++.a | tail -1)" .build/static/libstdc++.a
	$(RELEASE)

demo: build
	.ci/demo .build/release/postroom

test:
	.ci/packages $(TEST_PACKAGES)
	swift format lint --strict --configuration .swift-format -r Sources Tests
	$(SWIFT_BUILD) --product postroom
	$(SWIFT_BUILD) --build-tests
	swift test --explicit-target-dependency-import-check error

# Both programs in turn, medians of 5; about ten minutes and 3 GB in /var/tmp.
bench: build
	.ci/packages $(BENCH_PACKAGES)
	$(SWIFT_BUILD) -c release --product Benchmarks
	.build/release/Benchmarks .build/release/postroom

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/sbin
	install -m 755 .build/release/postroom $(DESTDIR)$(PREFIX)/bin/postroom
	for command in $(COMMANDS); do ln -sf ../bin/postroom $(DESTDIR)$(PREFIX)/sbin/$$command; done
