@echo off
rem Postkey in a command prompt: a program with windows, started from a batch file, so that the prompt waits for it, sees what it prints
rem and gets its exit code. Hands on the command line as it is.
setlocal
set ELECTRON_RUN_AS_NODE=
if exist "%~dp0Postkey.exe" (
  "%~dp0Postkey.exe" --log-level=3 %*
) else (
  node "%~dp0..\scripts\postkey.mjs" %*
)
exit /b %ERRORLEVEL%
