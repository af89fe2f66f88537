package tricolor

const rusageThread = 1

// threadCPU answers what this thread has used, in nanoseconds.
func threadCPU() (int64, bool) {
	user, system, known := rusage(rusageThread)
	return user + system, known
}
