module tricolor.dev/go

go 1.19
