package tricolor

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	connectWithin = time.Second
	answerWithin  = 5 * time.Second
	largestAnswer = 16 << 10
)

// connection is an HTTP/1.1 client with one connection and no goroutine of its own, so that what it costs is its caller's.
type connection struct {
	base     *url.URL
	token    string
	patience time.Duration // with one request

	cpu  *ownCPU
	ctx  context.Context
	mu   sync.Mutex
	live net.Conn
	last time.Time // no request outlives it; zero while there is no end in sight
	read *bufio.Reader
}

func newConnection(ctx context.Context, base *url.URL, token string, cpu *ownCPU) *connection {
	return &connection{ctx: ctx, base: base, token: token, cpu: cpu, patience: answerWithin}
}

// answer is what the dashboard said: a status, and lines of key=value.
type answer struct {
	status int
	fields map[string]string
}

// ask sends one request. One that fails on a connection used before is sent once more on a new one, since the other side may
// have closed it meanwhile; every request of ours may be repeated.
func (c *connection) ask(method, path string, query url.Values, body []byte) (answer, error) {
	used := c.live != nil
	got, err := c.once(method, path, query, body)
	if err != nil && used && c.ctx.Err() == nil && !isTimeout(err) {
		got, err = c.once(method, path, query, body)
	}
	return got, err
}

func isTimeout(err error) bool {
	timeout, is := err.(net.Error)
	return is && timeout.Timeout()
}

func (c *connection) once(method, path string, query url.Values, body []byte) (answer, error) {
	if err := c.connect(); err != nil {
		return answer{}, err
	}
	got, keep, err := c.exchange(method, path, query, body)
	if err != nil || !keep {
		c.close()
	}
	return got, err
}

func (c *connection) connect() error {
	if c.live != nil {
		return nil
	}
	dialer := &net.Dialer{Timeout: connectWithin}
	var made net.Conn
	var err error
	if c.base.Scheme == "https" {
		made, err = (&tls.Dialer{NetDialer: dialer}).DialContext(c.ctx, "tcp", hostPort(c.base, "443"))
	} else {
		made, err = dialer.DialContext(c.ctx, "tcp", hostPort(c.base, "80"))
	}
	if err != nil {
		return err
	}
	c.mu.Lock()
	c.live = made
	c.mu.Unlock()
	c.read = bufio.NewReaderSize(made, 2048)
	return nil
}

func hostPort(address *url.URL, usual string) string {
	port := address.Port()
	if port == "" {
		port = usual
	}
	return net.JoinHostPort(address.Hostname(), port)
}

func (c *connection) exchange(method, path string, query url.Values, body []byte) (answer, bool, error) {
	c.within(time.Now().Add(c.patience))
	request, err := c.write(method, path, query, body)
	if err != nil {
		return answer{}, false, err
	}
	if _, err := c.read.Peek(1); err != nil { // waits
		return answer{}, false, err
	}
	return c.answer(request)
}

func (c *connection) write(method, path string, query url.Values, body []byte) (*http.Request, error) {
	defer c.cpu.begin().end()
	target := *c.base
	target.Path = strings.TrimSuffix(target.Path, "/") + path
	target.RawQuery = query.Encode()
	request, err := http.NewRequest(method, target.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", agentName)
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	return request, request.Write(c.live)
}

func (c *connection) answer(request *http.Request) (answer, bool, error) {
	defer c.cpu.begin().end()
	response, err := http.ReadResponse(c.read, request)
	if err != nil {
		return answer{}, false, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, largestAnswer+1))
	if err != nil {
		return answer{}, false, err
	}
	if len(text) > largestAnswer {
		return answer{}, false, fmt.Errorf("an answer of more than %d bytes", largestAnswer)
	}
	return answer{response.StatusCode, properties(string(text))}, !response.Close, nil
}

// within bounds the request that runs now.
func (c *connection) within(deadline time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.last.IsZero() && c.last.Before(deadline) {
		deadline = c.last
	}
	if c.live != nil {
		c.live.SetDeadline(deadline)
	}
}

// endBy bounds all requests, the one that runs now too. Thread-safe.
func (c *connection) endBy(last time.Time) {
	c.mu.Lock()
	c.last = last
	c.mu.Unlock()
	c.within(last)
}

func (c *connection) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.live != nil {
		c.live.Close()
		c.live = nil
	}
}

func properties(text string) map[string]string {
	fields := map[string]string{}
	for _, each := range strings.Split(text, "\n") {
		if at := strings.IndexByte(each, '='); at > 0 {
			fields[each[:at]] = strings.TrimSpace(each[at+1:])
		}
	}
	return fields
}
