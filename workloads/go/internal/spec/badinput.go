package spec

// BadInput is a mistake of the user's: one line that says what is wrong and what to do.
type BadInput struct {
	Problem string
	Hint    string
}

func (b *BadInput) Error() string {
	return b.Problem + "; " + b.Hint
}
