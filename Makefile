# Lernkoffer. `make run` and `make test` need nothing but Go and make: they
# install the rest themselves and say what they do.

VERSION   := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS   := -s -w
GOFUMPT   := mvdan.cc/gofumpt@v0.12.0
STATIC    := honnef.co/go/tools/cmd/staticcheck@v0.8.2
NOCGO     := CGO_ENABLED=0
GO        := go

.PHONY: run build ctl test check fmt bench race generate clean

run:
	@packaging/run.sh

build: bin/lernkoffer ctl

bin/lernkoffer: FORCE
	CGO_ENABLED=1 $(GO) build -tags migrated_fynedo -trimpath -ldflags '$(LDFLAGS)' -o $@ .

ctl:
	$(NOCGO) $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/lernkofferctl .

test: check
	$(NOCGO) $(GO) test ./...

check:
	@out="$$($(NOCGO) $(GO) run $(GOFUMPT) -l .)"; if [ -n "$$out" ]; then echo "gofumpt:"; echo "$$out"; exit 1; fi
	$(NOCGO) $(GO) vet ./...
	$(NOCGO) $(GO) run $(STATIC) ./...

fmt:
	$(NOCGO) $(GO) run $(GOFUMPT) -w .

bench:
	@$(NOCGO) $(GO) test -run '^$$' -bench . -benchtime 1s ./... | $(NOCGO) $(GO) run ./packaging/benchtable

race:
	CGO_ENABLED=1 $(GO) test -race ./materials/... ./storage/... ./app ./app/command ./app/platform ./app/ui ./app/screen/.../...

generate:
	$(NOCGO) $(GO) run ./assets/generate

clean:
	rm -rf bin dist out

FORCE:
