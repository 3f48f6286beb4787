#!/bin/sh
# After the deb's or rpm's files are in place. Must be harmless a second time: an upgrade runs it again.
set -e

ln -sfn /opt/Postkey/postkey /usr/bin/postkey

# Chromium's sandbox works by user namespaces. Where the kernel gives none to ordinary users, its helper needs root's rights.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null &&
  [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null || echo 1)" = 1 ]; then
  chmod 0755 /opt/Postkey/chrome-sandbox
else
  chmod 4755 /opt/Postkey/chrome-sandbox
fi

# Ubuntu from 24.04 allows user namespaces only to programs with a profile. Older AppArmors do not understand it and do not need it.
profile=/etc/apparmor.d/postkey-app
if apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug /opt/Postkey/resources/apparmor-profile >/dev/null 2>&1; then
  cp -f /opt/Postkey/resources/apparmor-profile "$profile"
  # In a chroot there is no kernel of its own to load it into.
  if ! { command -v ischroot >/dev/null && ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
  fi
fi

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf /usr/share/icons/hicolor || true; fi
