// Command pique reads resumes and portfolios, flags the signals that a hiring
// manager looks for, shows the line that proves each, keeps them in an index
// that can be searched by signal, and prints the questions that open a
// 20-minute conversation.
//
// This package is the terminal and nothing else: it alone prints, exits and
// reads flags and the environment. Each subcommand has a file of its name
// with newXCommand, which makes the cobra command, and runX, which does the
// work and which tests can call without cobra. What a person reads is laid
// out in ui.go and the files named after what they print; exit.go maps every
// error to its message, hint and exit status.
//
// Its limits: a table is laid out whole before a line of it is printed, so
// that columns fit; for a hundred thousand rows use --format ndjson.
package main
