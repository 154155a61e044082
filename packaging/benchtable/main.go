// Benchtable prints the output of go test -bench as one table. It fails where a
// package failed or no benchmark ran.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
)

var (
	result = regexp.MustCompile(`^(Benchmark\S+?)(?:-\d+)?\s+(\d+)\s+([\d.]+) ns/op(.*)$`)
	inRoom = regexp.MustCompile(`^pkg: lernkoffer/?(.*)$`)
)

func main() {
	if err := table(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func table(in io.Reader, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "room\tbenchmark\truns\ttime\tmore\t\n")
	room, rows, failed := "", 0, ""
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if m := inRoom.FindStringSubmatch(line); m != nil {
			room = cmp.Or(m[1], "lernkoffer")
		}
		if strings.HasPrefix(line, "FAIL") || strings.HasPrefix(line, "--- FAIL") || strings.HasPrefix(line, "panic:") {
			failed = line
		}
		if m := result.FindStringSubmatch(line); m != nil {
			ns, err := strconv.ParseFloat(m[3], 64)
			if err != nil {
				return err
			}
			rows++
			more := strings.Join(strings.Fields(m[4]), " ")
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t\n", room, strings.TrimPrefix(m[1], "Benchmark"), m[2], duration(ns), more)
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if failed != "" {
		return fmt.Errorf("a benchmark failed: %s", failed)
	}
	if rows == 0 {
		return fmt.Errorf("no benchmark ran")
	}
	return nil
}

func duration(ns float64) string {
	switch {
	case ns >= 1e9:
		return fmt.Sprintf("%.2f s", ns/1e9)
	case ns >= 1e6:
		return fmt.Sprintf("%.2f ms", ns/1e6)
	case ns >= 1e3:
		return fmt.Sprintf("%.2f µs", ns/1e3)
	}
	return fmt.Sprintf("%.0f ns", ns)
}
