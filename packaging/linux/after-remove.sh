#!/bin/sh
# After the deb's or rpm's files are gone. Leaves nothing of Postkey in the system, and nobody's home folder is touched:
# docs/uninstalling.md says what lies there and how it goes.
set -e

case "${1:-}" in
  # dpkg: removed. rpm: how many versions remain.
  remove | purge | disappear | 0) ;;
  *) exit 0 ;;
esac

if [ "$(readlink /usr/bin/postkey)" = /opt/Postkey/postkey ]; then rm -f /usr/bin/postkey; fi

profile=/etc/apparmor.d/postkey-app
if [ -f "$profile" ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! { command -v ischroot >/dev/null && ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf /usr/share/icons/hicolor || true; fi
