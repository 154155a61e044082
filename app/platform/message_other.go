//go:build !windows

package platform

import (
	"fmt"
	"os"
)

// showMessage tells the person who started the program.
func showMessage(title, text string) { fmt.Fprintln(os.Stderr, title+": "+text) }
