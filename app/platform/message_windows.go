package platform

import "golang.org/x/sys/windows"

// showMessage tells somebody who has no console.
func showMessage(title, text string) {
	t, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	m, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	// Whether the box could be shown does not change what follows.
	_, _ = windows.MessageBox(0, m, t, windows.MB_OK|windows.MB_ICONERROR)
}
