#!/usr/bin/env bash
# The .deb in a Debian where nothing of ours is: installed by apt, used by a person, in a real window too, and taken away
# again without a trace but for what that person made. deb.sh PACKAGE SOURCE [RELEASE]; 77 where it can't be tried.
set -euo pipefail

package=$(realpath "$1")
source=$(realpath "$2")
release=${3:-bookworm}

# shellcheck source=../support/shell.bash
source "$source/tests/support/shell.bash"
[ "$(id -u)" = 0 ] || skip "a Debian beside this one can be made by root alone"
for tool in debootstrap unshare Xvfb xdotool; do
    command -v "$tool" >/dev/null || skip "$tool is not installed here"
done
# In a namespace of its own: whatever ends this, what was mounted is gone with it.
[ -n "${AVOW_OWN_MOUNTS:-}" ] || AVOW_OWN_MOUNTS=1 exec unshare --mount --propagation private bash "$0" "$@"

# shellcheck source=scripts/mirror.sh
source "$source/scripts/mirror.sh"
mirror=$(mirror_of_debian)
[ -n "$mirror" ] || skip "this machine's apt names no Debian mirror"

folder=$(mktemp -d)
debian=$folder/debian
log=$folder/log
server='' window_process=''
tidy_up() {
    local status=$? place
    [ -z "$window_process" ] || kill "$window_process" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    for place in "$debian/tmp/.X11-unix" "$debian/proc"; do umount -l "$place" 2>/dev/null || true; done
    rm -rf --one-file-system "$folder"
    exit "$status"
}
trap tidy_up EXIT
fail() {
    echo "failed: $*" >&2
    [ ! -s "$log" ] || tail -n 15 "$log" | sed 's/^/  /' >&2
    exit 1
}
note() { echo "  $((SECONDS - noted)) s: $*" && noted=$SECONDS; }
noted=0

# ---- hands ---------------------------------------------------------------------------------------------------------

paths=/usr/sbin:/usr/bin:/sbin:/bin
as_root() {
    env -i PATH=$paths HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$debian" "$@"
}
as_person() {
    env -i PATH=$paths HOME=/home/person LC_ALL=C.UTF-8 DISPLAY="${DISPLAY:-}" LIBGL_ALWAYS_SOFTWARE=1 \
        chroot --userspec=person:person "$debian" sh -c 'cd && exec "$@"' sh "$@"
}
get() { as_root apt-get -y "$@" >"$log" 2>&1; }

# What lies where packages put things, but for what dpkg and apt themselves note down.
places() {
    (cd "$debian" && find usr etc var/lib \( -path var/lib/dpkg -o -path var/lib/apt \) -prune -o -print | LC_ALL=C sort)
}
has_window() { xdotool search --onlyvisible --name "$1"; }
# opens_window TITLE COMMAND...: as the person. Closed by its own key.
opens_window() {
    local title=$1 class
    shift
    as_person "$@" >"$log" 2>&1 &
    window_process=$!
    within 60 has_window "$title" || fail "no window comes up that is called $title, of: $*"
    window=$(has_window "$title" | head -n 1)
    class=$(xprop -id "$window" WM_CLASS 2>/dev/null | sed 's/.*, "\(.*\)"/\1/' || true)
    [ -z "$class" ] || grep -qx "StartupWMClass=$class" "$debian/usr/share/applications/avow.desktop" ||
        fail "the window's class, $class, is not what the desktop's entry says"
    sleep 1
    xdotool windowfocus --sync "$window" key ctrl+q
    within 30 is_gone "$title" || fail "Ctrl+Q does not close the window $title"
    wait "$window_process" || fail "it ended with status $?: $*"
    window_process=''
}
is_gone() { ! has_window "$1"; }

# ---- a bare Debian ---------------------------------------------------------------------------------------------------

debootstrap --variant=minbase "$release" "$debian" "$mirror" >"$log" 2>&1 || fail "no bare $release can be had"
# A mirror may lag behind by days. What is only recommended stays away: what is required has to do.
cat >"$debian/etc/apt/apt.conf.d/90try" <<'END'
Acquire::Check-Valid-Until "false";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
END
mountpoint -q "$debian/proc" || mount -t proc proc "$debian/proc"
as_root useradd --create-home --shell /bin/sh person
cp "$package" "$debian/var/cache/avow.deb"
get update || fail "its apt cannot be asked"
note "a bare $release"

# ---- installed, with what it requires and nothing else ------------------------------------------------------------------

get install --simulate /var/cache/avow.deb || fail "what it requires is not to be had in $release"
mapfile -t required < <(sed -n 's/^Inst \([^ ]*\) .*/\1/p' "$log" | grep -vx avow)
get install "${required[@]}" || fail "what it requires cannot be installed"
places >"$folder/without"
as_root dpkg-deb -f /var/cache/avow.deb Recommends Suggests | sed 's/^[A-Z][a-z]*: //' | tr -s ',| ' '\n' >"$folder/extras"
while read -r name; do
    as_root apt-cache show "$name" >/dev/null 2>&1 || fail "it recommends $name, which $release does not have"
done <"$folder/extras"
get install /var/cache/avow.deb || fail "apt does not install it"
places >"$folder/with"
note "installed beside ${#required[@]} packages that it requires"

version=$(dpkg-deb -f "$package" Version)
as_person avow --version >"$log" 2>&1 || fail "it does not start"
grep -qx "avow $version" "$log" || fail "the package is $version, and the program says something else"
as_person avow demo --without-display >"$log" 2>&1 || fail "it shows no sample workshop"
grep -q 'would be proposed' "$log" || fail "it proposes no themes in the sample workshop"
as_person avow themes avow-demo/customer-service-desk.avow >"$log" 2>&1 || fail "it proposes no themes"
grep -q 'the lexicon /usr/share/avow/lexicon .* examples of .* word vectors' "$log" || fail "it does not find its knowledge"
as_person mkdir -p Documents/Avow
echo 'Ana: I call people back on the same day' |
    as_person avow record --team "Night shift" --goal "All is answered" -o Documents/Avow/night.avow >"$log" 2>&1 ||
    fail "it records no session"

# The display is outside, so that nothing it brings helps the program to a window. Without -noreset it starts anew whenever
# its last visitor leaves, a look for a window among them, and whoever calls in that moment finds no display.
Xvfb -displayfd 3 -screen 0 1280x720x24 -noreset -nolisten tcp 3>"$folder/display" 2>/dev/null &
server=$!
within 20 test -s "$folder/display" || fail "Xvfb does not start"
DISPLAY=:$(tr -d '[:space:]' <"$folder/display")
export DISPLAY
mkdir -p "$debian/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$debian/tmp/.X11-unix"
opens_window '^Avow$' avow
opens_window '^Night shift' avow open Documents/Avow/night.avow
opens_window '^Customer service desk' avow demo --windowed 1280x720
note "the program, its sample workshop and its windows"

# ---- beside a desktop's tools --------------------------------------------------------------------------------------------

get install xdg-utils shared-mime-info desktop-file-utils libfile-mimeinfo-perl man-db || fail "no desktop's tools"
places >"$folder/with-tools"
kind=application/vnd.avow.session
as_person cp Documents/Avow/night.avow without-a-name
for file in Documents/Avow/night.avow without-a-name; do
    as_person xdg-mime query filetype "$file" >"$log" 2>&1 || fail "xdg-mime does not answer"
    grep -qx "$kind" "$log" || fail "$file is not taken for $kind"
done
as_person xdg-mime query default "$kind" >"$log" 2>&1 || true
grep -qx avow.desktop "$log" || fail "Avow is not what opens $kind"
opens_window '^Night shift' xdg-open Documents/Avow/night.avow
as_person man avow >"$log" 2>&1 || fail "man avow shows nothing"
grep -q 'avow check-in --for NAME' "$log" || fail "man avow is not the page it should be"
note "kind of file, what opens it, and the manual page"

# ---- taken away ------------------------------------------------------------------------------------------------------------

before=$(as_person sha256sum Documents/Avow/night.avow)
as_person ls .local/state/avow >"$log" 2>&1 || fail "no journal was kept for the person"
get purge avow || fail "it cannot be taken away"
places >"$folder/after"
brought_by_tools() { LC_ALL=C comm -13 "$folder/with" "$folder/with-tools"; }
brought_by_tools | LC_ALL=C sort - "$folder/without" | LC_ALL=C comm -13 - "$folder/after" >"$folder/left"
while read -r place; do # a folder may be the tools' too, who came after
    as_root dpkg-query -S "/$place" >/dev/null 2>&1 || echo "$place"
done <"$folder/left" >"$log"
[ ! -s "$log" ] || fail "this is left behind"
LC_ALL=C comm -23 "$folder/without" "$folder/after" >"$log"
[ ! -s "$log" ] || fail "this is gone, which was not ours"
(cd "$debian" && grep -rlaE 'avow\.desktop|vnd\.avow|avow-session' usr etc var/lib --exclude-dir=dpkg --exclude-dir=apt) >"$log" || true
[ ! -s "$log" ] || fail "this still speaks of it"
[ "$(as_person sha256sum Documents/Avow/night.avow)" = "$before" ] || fail "a person's session is not what it was"
as_person ls .local/state/avow >"$log" 2>&1 || fail "what was kept for the person is gone"
note "purged: nothing is left but what the person made"
echo "$(basename "$package") in $release: installed, used and taken away, in $SECONDS s"
