module lernkoffer

go 1.26
