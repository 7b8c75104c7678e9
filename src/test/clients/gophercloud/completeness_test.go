package clients

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const packages = "github.com/gophercloud/gophercloud/openstack/loadbalancer/v2"

// A call of the library that nothing here makes is one that may not work.
func TestEveryCallIsMade(t *testing.T) {
	t.Parallel()
	library := filepath.Join(build.Default.GOPATH, "src", packages)
	requests, err := filepath.Glob(filepath.Join(library, "*", "requests.go"))
	check(t, err)
	if len(requests) == 0 {
		t.Fatalf("no requests beneath %s", library)
	}
	tests := sources(t)
	for _, file := range requests {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		check(t, err)
		for _, declaration := range parsed.Decls {
			function, is := declaration.(*ast.FuncDecl)
			if !is || function.Recv != nil || !function.Name.IsExported() {
				continue
			}
			if call := parsed.Name.Name + "." + function.Name.Name; !strings.Contains(tests, call+"(cloud") {
				t.Errorf("%s is not called", call)
			}
		}
	}
}

func sources(t *testing.T) string {
	files, err := filepath.Glob("*_test.go")
	check(t, err)
	var all strings.Builder
	for _, file := range files {
		source, err := os.ReadFile(file)
		check(t, err)
		all.Write(source)
	}
	return all.String()
}
