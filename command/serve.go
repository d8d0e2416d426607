//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/callbacklens/callbacklens/site"
)

// serve serves a built site until it is interrupted.
func serve(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens serve", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	addr := flags.String("addr", "127.0.0.1:8000", "host and port to listen on")
	dir := flags.String("dir", "dist", "folder of the built site")
	prefix := flags.String("prefix", "", "path to serve the site below, such as /viewer")
	parents := flags.String("parents", "", "origins whose pages may embed the viewer, as the site was built with")
	docs := flags.String("docs", "", "folder of documentation: make the site with it, without writing it,\n"+
		"and the documentation anew whenever a file of it has changed")
	wasm := flags.String("wasm", "", "with -docs, a compiled program as for build")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 1 {
		return fail(std, "serve", fmt.Errorf("unexpected argument %q", flags.Arg(1)))
	}
	if port := flags.Arg(0); port != "" {
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return fail(std, "serve", fmt.Errorf("%q is not a port", port))
		}
		*addr = net.JoinHostPort("127.0.0.1", port)
	}
	opt := site.Options{Prefix: *prefix, Parents: origins(*parents)}
	if err := opt.Settle(); err != nil {
		return fail(std, "serve", err)
	}
	handler, done, err := handlerOf(*dir, *docs, *wasm, opt, std)
	if err != nil {
		return fail(std, "serve", err)
	}
	defer done()
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return fail(std, "serve", err)
	}
	fmt.Fprintf(std.Out, "http://%s%s/\n", listener.Addr(), opt.Prefix)
	server := http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	return fail(std, "serve", server.Serve(listener))
}

// handlerOf serves the folder of a built site, or one that is made with documentation.
func handlerOf(dir, docs, wasm string, opt site.Options, std Streams) (h http.Handler, done func(), err error) {
	if docs != "" {
		return preview(docs, wasm, opt, std)
	}
	root, err := os.OpenRoot(dir)
	if err == nil {
		_, err = root.Stat("worker.js")
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s holds no site; make one with callbacklens build -out %[1]s", dir)
	}
	return site.Handler(root.FS(), opt.Prefix, opt.Parents...), func() { root.Close() }, nil
}
