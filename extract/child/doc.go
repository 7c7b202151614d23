// Package child reads files in processes of their own, so that a file that
// makes its reader loop, recurse or allocate without end costs its own result
// and nothing else.
//
// The parent calls Start and then Read for each file; the program that
// Options.Command starts calls Serve with its standard input and output. A
// process reads file after file. One that passes the deadline or the memory
// limit, crashes or breaks the protocol is killed, its file gets a status and
// a reason, and another is started when the next file comes.
//
// Files are read by the own engine first. What that one is in doubt about,
// and what its process fails at, goes to one further process which alone has
// the second engine; it is started when it is first needed.
//
// # Protocol
//
// A frame is a length of four bytes, a kind of one, and a payload. The parent
// says a greeting with what holds for all files, the child answers with its
// own; both carry a version and a print of the types that are sent, and a
// side that gets another's hangs up. Then each request, a path, is answered
// by a document, in their order; one may be sent ahead while the child reads,
// so that neither side waits for the other. Before its document a child may
// say that an engine starts and that it has started: in between the file's
// clock stands still. A child that is over its memory says so and ends. The
// child ends with its input, and so with its parent.
//
// # Limits
//
// Memory is what the Go runtime has from the system, looked at every five
// milliseconds; on Linux the system also refuses what is far beyond. A
// process that is stopped from outside while it reads a file costs that file.
package child
