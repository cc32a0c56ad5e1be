# Postroom: `make demo` shows it, `make test` checks it.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib --product postroom -Xlinker -s
BUILD_PACKAGES = liblmdb-dev libpcre2-dev pkg-config
TEST_PACKAGES = $(BUILD_PACKAGES) postfix postfix-lmdb postfix-pcre lmdb-utils
PREFIX = /usr/local
COMMANDS = postmap postalias newaliases

.PHONY: build demo test install
build:
	.ci/packages $(BUILD_PACKAGES)
	$(RELEASE)

demo: build
	.ci/demo .build/release/postroom

test:
	.ci/packages $(TEST_PACKAGES)
	swift format lint --strict --configuration .swift-format -r Sources Tests
	$(SWIFT_BUILD) --product postroom
	$(SWIFT_BUILD) --build-tests
	swift test --explicit-target-dependency-import-check error

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/sbin
	install -m 755 .build/release/postroom $(DESTDIR)$(PREFIX)/bin/postroom
	for command in $(COMMANDS); do ln -sf ../bin/postroom $(DESTDIR)$(PREFIX)/sbin/$$command; done
