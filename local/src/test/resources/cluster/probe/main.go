// Command probe is what the cluster's tests run in pods: `serve` answers on 8080 and writes a line
// into /data at its start, `get URL [HOST]` prints what a server answers.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func serve() error {
	name, _ := os.Hostname()
	file, err := os.OpenFile("/data/starts", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	fmt.Fprintln(file, name)
	if err := file.Close(); err != nil {
		return err
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "hello") })
	http.HandleFunc("/starts", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "/data/starts") })
	log.Println("serving as user", os.Getuid())
	return http.ListenAndServe(":8080", nil)
}

func get(url string, host ...string) error {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	if len(host) > 0 {
		request.Host = host[0]
	}
	answer, err := (&http.Client{Timeout: 5 * time.Second}).Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	fmt.Println(answer.StatusCode)
	_, err = io.Copy(os.Stdout, answer.Body)
	return err
}

func main() {
	err := fmt.Errorf("usage: probe serve | get URL [HOST]")
	switch {
	case len(os.Args) == 2 && os.Args[1] == "serve":
		err = serve()
	case len(os.Args) > 2 && os.Args[1] == "get":
		err = get(os.Args[2], os.Args[3:]...)
	}
	if err != nil {
		log.Fatal(err)
	}
}
