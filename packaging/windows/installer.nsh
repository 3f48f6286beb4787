; What Postkey adds to electron-builder's NSIS script. Not compiled in this repository's tests: NSIS's parts come from its own download.

!macro customInstall
  ; docs/preset.md: a preset beside the installer is offered at the first start, as one beside the program is.
  ${if} ${FileExists} "$EXEDIR\preset.postkey"
    ClearErrors
    CopyFiles /SILENT "$EXEDIR\preset.postkey" "$INSTDIR\preset.postkey"
  ${endIf}
!macroend

!macro customUnInstall
  ; An update uninstalls the old version too, and must leave everything of the person's.
  ${ifNot} ${isUpdated}
    ; Starting at login; the names that Electron gives it with and without an application id of ours.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "org.postkey.Postkey"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "electron.app.Postkey"
    ; `postkey:` links, which Postkey claims for its person at its start; only where they still lead here.
    ReadRegStr $R0 HKCU "Software\Classes\postkey\shell\open\command" ""
    ${if} $R0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
      DeleteRegKey HKCU "Software\Classes\postkey"
    ${endIf}
    ; docs/uninstalling.md: `--forget` takes this person's accounts, keys and settings along. The files are still there.
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "--forget" $R1
    ${ifNot} ${Errors}
      ExecWait '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" forget --all --yes'
    ${endIf}
  ${endIf}
!macroend
