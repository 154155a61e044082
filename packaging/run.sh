#!/usr/bin/env bash
# Builds Lernkoffer and starts it. What the machine lacks is installed first, on
# Debian and Ubuntu by apt; on other systems the script says what is needed.
# Without a display it does the main job on the command line instead.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

have_display() {
	case "$(uname -s)" in
	Linux) [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]] ;;
	*) true ;;
	esac
}

# without_window finds material for the classroom and writes a worksheet.
without_window() {
	say "Kein Bildschirm gefunden. Lernkoffer arbeitet auf der Kommandozeile."
	say "Lernkoffer wird gebaut (ohne Fenster) …"
	make --no-print-directory ctl
	mkdir -p out
	export LERNKOFFER_DATA="${LERNKOFFER_DATA:-$PWD/out/data}"
	say "Material für das Klassenzimmer:"
	bin/lernkofferctl search Klassenzimmer --limit 3
	local id
	id=$(bin/lernkofferctl search Klassenzimmer --kind worksheet --limit 1 --json --quiet |
		sed -n 's/^ *"id": "\(.*\)",$/\1/p' | head -n 1)
	say
	say "Arbeitsblatt ${id}:"
	bin/lernkofferctl worksheet "$id" --out out/arbeitsblatt.pdf
	say
	say "Das Fenster öffnet sich mit 'make run' auf einem Rechner mit Bildschirm,"
	say "oder hier mit: sudo apt-get install xvfb && xvfb-run make run"
}

debian_packages() {
	local need=() pkg
	for pkg in gcc pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev; do
		dpkg-query -W -f='${Status}' "$pkg" 2>/dev/null | grep -q 'ok installed' || need+=("$pkg")
	done
	((${#need[@]})) || return 0
	say "Es fehlen Systempakete für das Fenster: ${need[*]}"
	local sudo=()
	if ((EUID != 0)); then
		command -v sudo >/dev/null || {
			say "Bitte installieren Sie sie als Verwalter: apt-get install ${need[*]}"
			exit 1
		}
		say "Sie werden jetzt mit sudo apt-get installiert; sudo fragt nach Ihrem Passwort."
		sudo=(sudo)
	fi
	"${sudo[@]}" apt-get update -q
	DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -q "${need[@]}"
}

need_go() {
	command -v go >/dev/null && return
	say "Go fehlt. Bitte installieren Sie Go ab der Version aus go.mod ($(sed -n 's/^go //p' go.mod))."
	exit 1
}

system_packages() {
	case "$(uname -s)" in
	Linux)
		if command -v dpkg-query >/dev/null; then
			debian_packages
		elif ! command -v gcc >/dev/null; then
			say "Bitte installieren Sie zuerst einen C-Compiler und die Pakete für OpenGL und X11."
			say "Fedora: gcc libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel mesa-libGL-devel libxkbcommon-devel"
			say "Arch:   base-devel libxcursor libxrandr libxinerama libxi libxkbcommon"
			exit 1
		fi
		;;
	Darwin) command -v clang >/dev/null || { say "Bitte installieren Sie die Xcode-Werkzeuge: xcode-select --install"; exit 1; } ;;
	*) command -v gcc >/dev/null || { say "Bitte installieren Sie einen C-Compiler, unter Windows MSYS2 mit mingw-w64-gcc."; exit 1; } ;;
	esac
}

need_go
if ! have_display; then
	without_window
	exit 0
fi
system_packages
say "Lernkoffer wird gebaut. Beim ersten Mal dauert das einige Minuten …"
make --no-print-directory bin/lernkoffer
exec bin/lernkoffer
