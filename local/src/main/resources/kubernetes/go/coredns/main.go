// Command coredns is CoreDNS with the few plugins a one-node cluster needs.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"

	_ "github.com/coredns/coredns/plugin/bind"
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/forward"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/loop"
	_ "github.com/coredns/coredns/plugin/ready"
)

// The order is the order in which a query passes the plugins.
func init() {
	dnsserver.Directives = []string{
		"bind", "health", "ready", "errors", "cache", "loop", "kubernetes", "forward",
	}
}

func main() {
	coremain.Run()
}
