# Postroom: `make demo` shows it, `make test` checks it.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
# The C++ library that Swift's runtime needs is linked in: as a shared one it costs each process a megabyte. Another
# megabyte are relocations and exported symbols, which are packed and left out.
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib --product postroom -Xswiftc -use-ld=lld -Xlinker -s \
	-Xlinker --gc-sections -Xlinker --icf=safe -Xlinker -z -Xlinker pack-relative-relocs \
	-Xlinker --exclude-libs=ALL -Xlinker --no-export-dynamic -Xlinker -L.build/static
BUILD_PACKAGES = libicu-dev liblmdb-dev libpcre2-dev nettle-dev pkg-config
TEST_PACKAGES = $(BUILD_PACKAGES) postfix postfix-doc postfix-lmdb postfix-pcre lmdb-utils mandoc \
	python3-sarif-python-om strace
BENCH_PACKAGES = $(TEST_PACKAGES) postfix-cdb time
PREFIX = /usr/local
COMMANDS = postmap postalias newaliases postconf
# Names that mean an LMDB index here; they share its manual page.
INDEXED_TYPES = hash btree cdb dbm sdbm

.PHONY: build demo test hunt reference rules coverage bench fuzz sanitize install
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
	mandoc -T lint -W warning docs/man/*
	$(SWIFT_BUILD) --product GenerateReference
	.build/debug/GenerateReference --check
	$(SWIFT_BUILD) --product postroom
	$(SWIFT_BUILD) --product GenerateRulePages
	.build/debug/GenerateRulePages --check
	$(SWIFT_BUILD) --build-tests
	swift test --explicit-target-dependency-import-check error

# The random tests with new numbers, for ROUNDS rounds of CASES cases each.
ROUNDS = 10
CASES = 5000
hunt:
	.ci/packages $(TEST_PACKAGES)
	$(SWIFT_BUILD) --build-tests
	for round in $$(seq $(ROUNDS)); do \
		POSTROOM_TEST_SEED=random POSTROOM_TEST_CASES=$(CASES) \
			swift test --skip-build --filter 'Oracle|Prefilter|IndexFile' || exit 1; done

# What is derived from the rules of postroom check: docs/rules and what their examples print.
rules:
	$(SWIFT_BUILD) --product postroom
	POSTROOM_UPDATE_GOLDENS=1 swift test --filter 'RuleFixtureTests|CheckOutputTests'
	$(SWIFT_BUILD) --product GenerateRulePages
	.build/debug/GenerateRulePages

# What Postfix says of the bad examples, measured anew; docs/rules/coverage.md quotes it.
coverage:
	.ci/packages $(TEST_PACKAGES)
	$(SWIFT_BUILD) --build-tests
	POSTROOM_UPDATE_MEASUREMENTS=1 swift test --skip-build --filter RunTimeTests
	swift test --skip-build --filter CoverageTableTests

# What is made from the declarations of parameters, made anew: first the registry, then what needs the new registry.
reference:
	$(SWIFT_BUILD) --product GenerateReference
	.build/debug/GenerateReference
	$(SWIFT_BUILD) --product GenerateReference
	.build/debug/GenerateReference

# Each fuzzer for RUNS inputs, beginning with what fixtures/fuzz has.
RUNS = 1000000
fuzz:
	.ci/packages $(BUILD_PACKAGES)
	for fuzzer in CIDR Configuration Generation Index Patterns Sources; do \
		FUZZ=1 $(SWIFT_BUILD) -c release --sanitize=fuzzer --scratch-path .build-fuzz \
			--product Fuzz$$fuzzer || exit 1; \
		corpus=fixtures/fuzz/$$(echo $$fuzzer | tr A-Z a-z); mkdir -p .build-fuzz/$$fuzzer; \
		.build-fuzz/release/Fuzz$$fuzzer -runs=$(RUNS) -max_len=512 -timeout=20 -print_final_stats=1 \
			-artifact_prefix=$$corpus/crash- .build-fuzz/$$fuzzer $$corpus || exit 1; done

# All tests with the address sanitizer, fewer random cases; those that use threads with the thread sanitizer, too.
sanitize:
	.ci/packages $(TEST_PACKAGES)
	ASAN_OPTIONS=detect_leaks=0 POSTROOM_TEST_CASES=80 swift test --sanitize=address --scratch-path .build-asan
	TSAN_OPTIONS=suppressions=.ci/tsan.supp swift test --sanitize=thread --scratch-path .build-tsan --skip Oracle

# Both programs in turn, medians of 5; about ten minutes and 3 GB in /var/tmp.
bench: build
	.ci/packages $(BENCH_PACKAGES)
	$(SWIFT_BUILD) -c release --product Benchmarks
	.build/release/Benchmarks .build/release/postroom

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/sbin
	install -m 755 .build/release/postroom $(DESTDIR)$(PREFIX)/bin/postroom
	for command in $(COMMANDS); do ln -sf ../bin/postroom $(DESTDIR)$(PREFIX)/sbin/$$command; done
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 docs/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/man/*.5 $(DESTDIR)$(PREFIX)/share/man/man5
	for type in $(INDEXED_TYPES); do \
		ln -sf lmdb_table.5 $(DESTDIR)$(PREFIX)/share/man/man5/$${type}_table.5; done
