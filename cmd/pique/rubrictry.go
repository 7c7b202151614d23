package main

import (
	"cmp"
	"context"
	"runtime"
	"sync"

	"pique/extract"
	"pique/rubric"
	"pique/rubric/vary"
)

// tryResumes changes the resumes in ways that must not matter, and adds to
// the result of each rubric what moved. Rubrics that could not be loaded are
// nil.
func (o checkOptions) tryResumes(ctx context.Context, s *session, loaded []*rubric.Rubric, results []checked) error {
	sources, err := walk(o.resumes)
	if err != nil {
		return err
	}
	jobs := cmp.Or(o.jobs, runtime.GOMAXPROCS(0))
	pool := o.read.open(s, jobs)
	defer pool.Close() //nolint:errcheck // all has been read
	bar := newProgress(s)
	defer bar.clear()

	type tried struct {
		read  bool
		moved [][]vary.Difference // by rubric
	}
	trials := make([]*vary.Trial, len(loaded))
	for n, r := range loaded {
		if r != nil {
			trials[n] = vary.New(r)
		}
	}
	done := make([]tried, len(sources))
	next, finished := make(chan int), make(chan int, len(sources))
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for i := range next {
				if sources[i].Kind == extract.PDF && ctx.Err() == nil {
					d := pool.Read(ctx, sources[i].Path)
					d.File = sources[i].File
					done[i] = tried{d.Status != extract.Unreadable, make([][]vary.Difference, len(trials))}
					for n, t := range trials {
						if t != nil {
							done[i].moved[n] = t.Check(&d)
						}
					}
				}
				finished <- i
			}
		})
	}
	go func() {
		defer close(next)
		for i := range sources {
			next <- i
		}
	}()
	for n := range sources {
		<-finished
		bar.set(n+1, len(sources))
	}
	workers.Wait()
	if err := pool.Err(); err != nil {
		return cannotRead(err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	read := 0
	for _, t := range done {
		if t.read {
			read++
		}
		for n, d := range t.moved {
			results[n].Moved = append(results[n].Moved, d...)
		}
	}
	for n := range results {
		results[n].Resumes = read
	}
	if read == 0 {
		return nothingToRead(o.resumes, sources)
	}
	return nil
}
