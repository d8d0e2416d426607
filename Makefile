# make run    build the site and serve it on 127.0.0.1:$(PORT)
# make test   the whole proof: formatting, vet, staticcheck, tests, browser tests
# make test-fuzz  look for inputs that break a reader: before a change to one lands
# make site   write the static site to dist/; PREFIX=/viewer to stand below a path,
#             URL=https://tools.example/viewer where the whole address is known
# make vuln   ask govulncheck for known vulnerabilities; needs its database
# make soak   give a page in two browsers 500 damaged bodies; takes long
# make bench  measure the page beside its peers, into bench/results.md; takes long
# make release  archives of command and site for each platform, with checksums:
#             VERSION=v0.1.0, into release-files/
# make clean  delete what make site wrote, and nothing else in dist/

PORT   ?= 8000
PREFIX ?=
URL    ?=
PARENTS ?=
VERSION ?=
GO     ?= go
# Where govulncheck takes its knowledge from; file:///path for a copy.
VULNDB ?= https://vuln.go.dev
# How often make test-fuzz runs the body of each target. It is not a part of
# make test, which runs the targets on their seeds and on all that was ever found:
# what a search finds is luck, and says nothing of the change that is tested.
# A number of runs and not of seconds: when a time is over, Go before 1.27 may
# report its own clock as a failure (go.dev/issue/75804).
FUZZTIME ?= 10000x

.PHONY: run site test lint test-go test-fuzz test-browser setup setup-go setup-browser setup-hosts setup-kit stream soak vuln bench release clean

run: site
	$(GO) run . serve -addr 127.0.0.1:$(PORT) -prefix "$(PREFIX)"

site: setup-go
	$(GO) mod verify
	$(GO) run . build -out dist -prefix "$(PREFIX)" -url "$(URL)" -parents "$(PARENTS)"

test: setup lint test-go test-browser

lint: setup-go
	@unformatted=$$(gofmt -l *.go app command e2e hosting internal kit parser release site web); \
	if [ -n "$$unformatted" ]; then echo "gofmt these files:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod verify

# As WebAssembly the parser's tests run without those of growth, which measure the
# same code natively.
test-go: setup-go
	$(GO) test $$($(GO) list ./... | grep -v /e2e)
	@if command -v node >/dev/null; then set -x; \
	  PATH="$$PATH:$$($(GO) env GOROOT)/lib/wasm" GOOS=js GOARCH=wasm $(GO) test -short ./parser/...; \
	else echo "Without Node the parser's tests are not run as WebAssembly."; fi

# The readers, and what the page draws. The formats have fuzz targets that take
# longer: make test-fuzz FUZZ=all FUZZTIME=20000000x is for a night.
# Minimising a find is kept short, as by default it may stall for a minute.
FUZZ ?= ./parser ./parser/internal/read ./parser/internal/peel ./parser/redact ./internal/visible ./app/internal/dom
FUZZED = $(if $(filter all,$(FUZZ)),$$(grep -rl --include=*_test.go '^func Fuzz' . | xargs -n 1 dirname | sort -u),$(FUZZ))
test-fuzz: setup-go
	@for package in $(FUZZED); do \
	  for target in $$($(GO) test $$package -list '^Fuzz' | grep '^Fuzz'); do \
	    echo "$$target for $(FUZZTIME)"; \
	    $(GO) test $$package -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x || exit 1; \
	  done; \
	done

# make test-browser E2E=all takes the long tables whole: every lie in the place of
# every file, every refusal, every list.
test-browser: setup-go setup-browser
	$(GO) test -count=1 -timeout 60m ./e2e

# make stream reads 200 MB in a stream, and compares 5000 made-up logs in pieces with the whole.
LOGS ?= 5000
stream: setup-go
	$(GO) test -count=1 -timeout 10h ./parser/stream -size 200 -logs $(LOGS)

# make soak SOAK=5000 SEED=1 is for a night, and the same bodies each time.
SOAK ?= 500
SEED ?= 0
soak: setup-go setup-browser
	$(GO) test -count=1 -timeout 10h -v ./e2e -run '^TestSoak$$' -soak $(SOAK) -seed $(SEED)

setup: setup-go setup-browser setup-hosts setup-kit

setup-go:
	@command -v $(GO) >/dev/null || { echo "Go is needed: https://go.dev/dl/, the release that go.mod names or a newer one."; exit 1; }

# What the browser tests use of Debian: a package, the commands of which one
# will do, and ? where tests are skipped without it.
BROWSER_PACKAGES = chromium:chromium,chromium-browser,google-chrome,google-chrome-stable \
  fonts-noto-cjk \
  firefox-esr:firefox-esr,firefox? webkit2gtk-driver:WebKitWebDriver? xvfb:Xvfb? npm:npm?

# The rules of accessibility come by npm, pinned in e2e/package.json; without npm the
# tests that hold pages to them are skipped.
setup-browser:
	@.ci/packages $(BROWSER_PACKAGES)
	@if command -v npm >/dev/null; then cd e2e && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund || echo "Tests that use axe-core are skipped."; }; \
	else echo "Without npm the tests that use axe-core are skipped."; fi

# The web servers that the files in hosting/ are tried with.
HOST_PACKAGES = caddy:caddy? nginx-light:nginx,/usr/sbin/nginx?

setup-hosts:
	@.ci/packages $(HOST_PACKAGES)

# What the code for receivers and the schema are tried with. A JDK is not asked for:
# where there is one, Jackson is.
KIT_PACKAGES = libxml2-utils:xmllint? php-cli:php? php-xml:/usr/lib/php/*/xmlreader.so? \
  $(if $(shell command -v javac),libjackson2-core-java:/usr/share/java/jackson-core.jar?)

setup-kit:
	@.ci/packages $(KIT_PACKAGES)

# make fails alike where something was found and where nothing could be found out.
vuln: setup-go
	@GO="$(GO)" .ci/vuln $(VULNDB)

# ARGS are the options of bench/run.mjs: ARGS=--readme also puts the tables into
# bench/README.md, ARGS="start --times 3" asks one question only.
bench: setup
	@command -v npm >/dev/null || { echo "Node is needed, 20 or newer: https://nodejs.org/"; exit 1; }
	cd bench && npm ci --no-audit --no-fund && node run.mjs $(ARGS)

release: setup-go
	$(GO) mod verify
	$(GO) run ./release -version "$(VERSION)" -out release-files

clean: setup-go
	$(GO) run . clean -dir dist
