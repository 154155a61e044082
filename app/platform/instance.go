package platform

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Request is what a second process asks of the window that has the store open.
type Request struct {
	Args []string `json:"args"` // of the command line; empty: show the window
	Dir  string   `json:"dir"`  // the caller's working folder
}

// Answer is what the window did.
type Answer struct {
	Stdout []byte `json:"stdout"`
	Stderr []byte `json:"stderr"`
	Code   int    `json:"code"`
}

// ErrNoWindow says that no window answers.
var ErrNoWindow = errors.New("platform: no window answers")

const (
	// mostRequest bounds in bytes what a second process may send.
	mostRequest = 4 << 20
	dialTime    = time.Second
	// patience is how long the window waits for the other end.
	patience = 10 * time.Second
)

// socketPath is beside the store, so that windows on two stores don't meet. A path
// that is too long for a socket (104 bytes on some systems) moves to the
// temporary folder, in a directory that only the user can enter.
func socketPath(userDir string) (string, error) {
	path := filepath.Join(userDir, "window.sock")
	if len(path) < 100 {
		return path, nil
	}
	sum := sha256.Sum256([]byte(userDir))
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("lernkoffer-%d-%s", os.Getuid(), hex.EncodeToString(sum[:6])))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("platform: %s is open to others", dir)
	}
	return filepath.Join(dir, "window.sock"), nil
}

// Server answers second processes.
type Server struct {
	listener net.Listener
	handle   func(context.Context, Request) Answer
	cancel   context.CancelFunc
	patience time.Duration // with the other end, for a request and for its answer
	open     sync.WaitGroup
}

// Listen begins to answer at the socket of a user's folder. The caller holds the
// store, so a socket that is already there was left behind and is replaced.
// Answers are made one at a time: they share the store.
func Listen(userDir string, handle func(context.Context, Request) Answer) (*Server, error) {
	return listen(userDir, handle, patience)
}

func listen(userDir string, handle func(context.Context, Request) Answer, patience time.Duration) (*Server, error) {
	path, err := socketPath(userDir)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		listener.Close()
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{listener: listener, handle: handle, cancel: cancel, patience: patience}
	s.open.Add(1)
	go s.accept(ctx)
	return s, nil
}

func (s *Server) accept(ctx context.Context) {
	defer s.open.Done()
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.answer(ctx, conn)
	}
}

func (s *Server) answer(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	_ = conn.SetReadDeadline(time.Now().Add(s.patience))
	// Who has connected and says nothing does not keep the window from closing.
	stop := context.AfterFunc(ctx, func() { _ = conn.SetReadDeadline(time.Now()) })
	defer stop()
	var req Request
	if err := json.NewDecoder(io.LimitReader(conn, mostRequest)).Decode(&req); err != nil {
		return
	}
	answer := s.handle(ctx, req)
	_ = conn.SetWriteDeadline(time.Now().Add(s.patience))
	// The other end hanging up does not undo what was asked.
	_ = json.NewEncoder(conn).Encode(answer)
}

// Close ends listening and waits for the answer under way.
func (s *Server) Close() error {
	s.cancel()
	err := s.listener.Close()
	s.open.Wait()
	return err
}

// Ask hands a request to the window of a user's folder and waits for its answer.
// It returns ErrNoWindow if none is there.
func Ask(ctx context.Context, userDir string, req Request) (Answer, error) {
	path, err := socketPath(userDir)
	if err != nil {
		return Answer{}, errors.Join(ErrNoWindow, err)
	}
	dialer := net.Dialer{Timeout: dialTime}
	conn, err := dialer.DialContext(ctx, "unix", path)
	if err != nil {
		return Answer{}, errors.Join(ErrNoWindow, err)
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	if err := json.NewEncoder(conn).Encode(req); err != nil {
		return Answer{}, fmt.Errorf("platform: ask the window: %w", err)
	}
	var answer Answer
	if err := json.NewDecoder(conn).Decode(&answer); err != nil {
		return Answer{}, fmt.Errorf("platform: the window's answer: %w", err)
	}
	return answer, nil
}
