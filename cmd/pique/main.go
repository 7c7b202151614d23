package main

import (
	"io"
	"log"
	"os"
)

func main() {
	log.SetOutput(io.Discard) // libraries write there; what a person should know comes as an error
	os.Exit(run(os.Args[1:]))
}
