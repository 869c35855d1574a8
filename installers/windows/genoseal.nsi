; Genoseal for one Windows user, without administrator. Built on any system:
;   makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DOUT=file -DICON=genoseal.ico genoseal.nsi
; Silent: genoseal-setup.exe /S [/D=C:\folder]   (/D is the last argument and takes no quotes)
Target amd64-unicode
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "Genoseal"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
InstallDir "$LOCALAPPDATA\Programs\Genoseal"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Genoseal"
VIAddVersionKey FileDescription "Genoseal setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "The Genoseal founders, Apache-2.0"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Genoseal"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
  ; The old version's files go first: none of them may be left for the new one to load.
  IfFileExists "$INSTDIR\genoseal.exe" 0 +2
    RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Genoseal.lnk" "$INSTDIR\genoseal-desktop.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Genoseal"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Genoseal founders"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
SectionEnd

Section "Uninstall"
  ; Only what was installed: a user may have chosen a folder that holds other things.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\genoseal.exe"
  Delete "$INSTDIR\genoseal-desktop.exe"
  Delete "$INSTDIR\genoseal-profile.exe"
  Delete "$INSTDIR\MANIFEST.sha256"
  Delete "$INSTDIR\MANIFEST.sha256.minisig"
  Delete "$INSTDIR\place-profile.cmd"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Genoseal.lnk"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
