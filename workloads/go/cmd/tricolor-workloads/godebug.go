//go:build go1.25

// A module that says go 1.19 gets the settings of then. These are the defaults of 1.25: GOMAXPROCS follows the processors that
// a container may use. Settings that older toolchains don't know would stop their build.
//go:debug containermaxprocs=1
//go:debug updatemaxprocs=1

package main
