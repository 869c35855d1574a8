@echo off
rem Copies an institution's signed profile where Genoseal looks for it, readable by everybody and writable by
rem administrators only. The MSI runs it with PROFILE=...; an administrator can run it by hand:
rem     place-profile.cmd \\server\share\institution.toml
rem     place-profile.cmd /remove
rem It makes nothing trusted: Genoseal verifies the signature, and judges owner and access list of the folder.
setlocal
set "place=C:\ProgramData\Genoseal"
if "%~1"=="" exit /b 0
if /i "%~1"=="/remove" goto remove
if not exist "%~1" exit /b 2
if not exist "%~1.minisig" exit /b 3
if not exist "%place%\profile.d" mkdir "%place%\profile.d"
rem Ordinary users may create folders in ProgramData: whatever was there becomes the administrators'.
rem takeown wants the first letter of "yes" in the language of Windows: "Ja" in German and Danish.
takeown /f "%place%" /a /r /d y >nul 2>&1 || takeown /f "%place%" /a /r /d j >nul 2>&1
icacls "%place%" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-32-545:(OI)(CI)RX" >nul
if errorlevel 1 exit /b 4
icacls "%place%\*" /reset /t /c >nul 2>&1
icacls "%place%" /setowner "*S-1-5-32-544" /t /c >nul
if errorlevel 1 exit /b 4
del /q "%place%\profile.d\*.toml" "%place%\profile.d\*.minisig" >nul 2>&1
copy /y "%~1" "%place%\profile.d\institution.toml" >nul
copy /y "%~1.minisig" "%place%\profile.d\institution.toml.minisig" >nul
if not exist "%place%\profile.d\institution.toml" exit /b 5
if not exist "%place%\profile.d\institution.toml.minisig" exit /b 5
exit /b 0

:remove
del /q "%place%\profile.d\institution.toml" "%place%\profile.d\institution.toml.minisig" >nul 2>&1
rmdir "%place%\profile.d" >nul 2>&1
rmdir "%place%" >nul 2>&1
exit /b 0
