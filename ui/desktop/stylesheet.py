"""The style sheet, built from tokens. No fixed text size: every size is a share of the user's own font."""

from __future__ import annotations

from ui.desktop.tokens import RADIUS_CARD, RADIUS_CONTROL, Tokens

MONOSPACE = "'JetBrains Mono','DejaVu Sans Mono','Menlo','Consolas',monospace"


def style_sheet(tokens: Tokens, base_pt: float, line_px: float) -> str:
    """The whole sheet for one scheme; `line_px` is the height of a line of text."""
    return _SHEET.format(
        **tokens._asdict(),
        rc=RADIUS_CONTROL,
        rk=RADIUS_CARD,
        small=f"{base_pt * 0.91:.2f}pt",
        h3=f"{base_pt * 1.04:.2f}pt",
        h2=f"{base_pt * 1.16:.2f}pt",
        brand=f"{base_pt * 1.26:.2f}pt",
        h1=f"{base_pt * 1.72:.2f}pt",
        code=f"{base_pt * 1.30:.2f}pt",
        digits=f"{base_pt * 2.05:.2f}pt",
        number=f"{base_pt * 1.9:.2f}pt",
        row=f"{line_px * 2.4:.0f}px",
        line=f"{line_px:.0f}px",
        mono=MONOSPACE,
    )


_SHEET = """
QMainWindow, QDialog {{ background:{window}; }}
QWidget#sidebar {{ background:{sidebar}; border-right:1px solid {hairline}; }}
QListWidget#pages {{ background:transparent; border:0; outline:0; padding:2px 10px; }}
QListWidget#pages::item {{ height:{row}; padding-left:10px; border-radius:{rc}px; color:{text_soft}; margin:1px 0;
  border:2px solid transparent; }}
QListWidget#pages::item:hover {{ background:{sunken}; color:{text}; }}
QListWidget#pages::item:selected {{ background:{accent_tint}; color:{accent}; }}
QListWidget#pages::item:selected:focus {{ border:2px solid {focus}; }}

QLabel {{ background:transparent; }}
QLabel[role="brand"] {{ font-size:{brand}; font-weight:700; }}
QLabel[role="h1"] {{ font-size:{h1}; font-weight:700; }}
QLabel[role="h2"] {{ font-size:{h2}; font-weight:600; }}
QLabel[role="h3"] {{ font-size:{h3}; font-weight:600; }}
QLabel[role="muted"] {{ color:{text_soft}; }}
QLabel[role="small"] {{ color:{text_soft}; font-size:{small}; }}
QLabel[role="strong"] {{ font-weight:600; }}
QLabel[role="step"] {{ color:{accent}; font-weight:600; }}
QLabel[role="number"] {{ font-size:{number}; font-weight:600; }}
QLabel[role="code"] {{ font-family:{mono}; font-size:{code}; }}
QLabel[role="mono"] {{ font-family:{mono}; font-size:{small}; }}
QLabel[role="chip"] {{ background:{sunken}; border:1px solid {hairline}; border-radius:{rc}px; padding:8px 12px;
  font-weight:600; }}
QLabel[tone="good"] {{ color:{good}; }}
QLabel[tone="caution"] {{ color:{caution}; }}
QLabel[tone="problem"] {{ color:{problem}; }}
QLabel[tone="accent"] {{ color:{accent}; }}

QFrame[role="card"] {{ background:{surface}; border:1px solid {hairline}; border-radius:{rk}px; }}
QFrame[role="line"] {{ background:{hairline}; max-height:1px; min-height:1px; border:0; }}
QFrame[role="inset"] {{ background:{sunken}; border:0; border-radius:{rc}px; }}
QFrame[role="row"] {{ background:transparent; border:0; border-bottom:1px solid {hairline}; }}
QFrame[role="row"][last="true"] {{ border-bottom:0; }}
QFrame[role="banner"] {{ border:0; border-radius:{rc}px; }}
QFrame[role="banner"][tone="info"] {{ background:{accent_tint}; }}
QFrame[role="banner"][tone="good"] {{ background:{good_tint}; }}
QFrame[role="banner"][tone="caution"] {{ background:{caution_tint}; }}
QFrame[role="banner"][tone="problem"] {{ background:{problem_tint}; }}
QFrame#practice-strip {{ background:{caution}; border:0; }}
QFrame#practice-strip QLabel {{ color:{caution_tint}; font-weight:600; }}
QFrame#practice-strip QPushButton {{ background:transparent; color:{caution_tint}; border:1px solid {caution_tint};
  padding:3px 12px; }}
QFrame#practice-strip QPushButton:hover {{ background:{caution_tint}; color:{caution}; }}
QFrame#practice-strip QPushButton:focus {{ border:2px solid {caution_tint}; padding:2px 11px; }}
QFrame#practice-edge {{ background:{caution}; border:0; }}
QFrame#drop-zone {{ background:{surface}; border:2px dashed {control}; border-radius:{rk}px; }}
QFrame#drop-zone:focus {{ border:2px solid {focus}; }}
QFrame#drop-zone[hot="true"] {{ background:{accent_tint}; border:2px solid {accent}; }}

QPushButton {{ background:{surface}; color:{text}; border:1px solid {control}; border-radius:{rc}px; padding:7px 15px;
  min-height:{line}; font-weight:500; outline:0; }}
QPushButton:hover {{ background:{sunken}; }}
QPushButton:pressed {{ background:{track}; }}
QPushButton:focus {{ border:2px solid {focus}; padding:6px 14px; }}
QPushButton:disabled {{ color:{text_disabled}; border-color:{hairline}; background:transparent; }}
QPushButton:checked {{ background:{accent_tint}; color:{accent}; border-color:{accent}; }}
QPushButton[kind="primary"] {{ background:{accent}; color:{on_accent}; border:1px solid {accent}; font-weight:600; }}
QPushButton[kind="primary"]:hover {{ background:{accent_hover}; border-color:{accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border:2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background:{track}; color:{text_disabled}; border-color:{track}; }}
QPushButton[kind="ghost"] {{ background:transparent; border:1px solid transparent; color:{accent}; padding:7px 9px; }}
QPushButton[kind="ghost"]:hover {{ background:{accent_tint}; }}
QPushButton[kind="ghost"]:focus {{ border:2px solid {focus}; padding:6px 8px; }}
QPushButton[kind="ghost"]:disabled {{ color:{text_disabled}; }}
QPushButton[kind="danger"] {{ color:{problem}; border-color:{problem}; }}
QPushButton[kind="danger"]:focus {{ border:2px solid {focus}; padding:6px 14px; }}
QPushButton[kind="danger"]:hover {{ background:{problem_tint}; }}
QPushButton[kind="danger"]:disabled {{ color:{text_disabled}; border-color:{hairline}; }}

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {{ background:{surface}; color:{text};
  border:1px solid {control}; border-radius:{rc}px; padding:7px 11px; selection-background-color:{accent};
  selection-color:{on_accent}; placeholder-text-color:{text_soft}; }}
QLineEdit, QComboBox {{ min-height:{line}; }}
QLineEdit:focus, QComboBox:focus:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border:2px solid {focus};
  padding:6px 10px; }}
QLineEdit:disabled, QComboBox:disabled:disabled {{ color:{text_disabled}; border-color:{hairline};
  background:{window}; placeholder-text-color:{text_disabled}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background:{sunken}; }}
QLineEdit#totp-code {{ font-family:{mono}; font-size:{digits}; padding:9px 15px; letter-spacing:4px; }}
QLineEdit#fingerprint, QLineEdit#recovery-code {{ font-family:{mono}; font-size:{code}; letter-spacing:1px; }}
QPlainTextEdit[mono="true"], QTextEdit[mono="true"] {{ font-family:{mono}; font-size:{small}; }}
QComboBox::drop-down {{ border:0; width:28px; }}

QComboBox QAbstractItemView {{ background:{surface}; color:{text}; border:1px solid {hairline}; outline:0; padding:4px;
  selection-background-color:{accent_tint}; selection-color:{text}; }}
QCheckBox, QRadioButton {{ spacing:10px; background:transparent; }}

QTableView, QTreeView, QListView {{ background:{surface}; border:0; outline:0; gridline-color:transparent;
  selection-background-color:{accent_tint}; selection-color:{text}; }}
QTableView:focus {{ border:0; }}
QTableView#lines::item {{ padding:0 9px; border-bottom:1px solid {hairline}; }}
QTableView#lines::item:selected {{ background:{accent_tint}; color:{text}; }}
QTableView#lines::item:focus {{ border:2px solid {focus}; }}
QTableCornerButton::section {{ background:{surface}; border:0; }}
QHeaderView {{ background:{surface}; border:0; }}
QHeaderView::section {{ background:{surface}; color:{text_soft}; border:0; border-bottom:1px solid {hairline};
  padding:8px 12px; font-size:{small}; font-weight:600; }}
QScrollArea {{ background:transparent; border:0; }}
QScrollArea > QWidget > QWidget#scrolled {{ background:transparent; }}
QScrollBar:vertical {{ background:transparent; width:12px; margin:2px; }}
QScrollBar:horizontal {{ background:transparent; height:12px; margin:2px; }}
QScrollBar::handle {{ background:{control}; border-radius:3px; }}
QScrollBar::handle:vertical {{ min-height:32px; margin:0 1px; }}
QScrollBar::handle:horizontal {{ min-width:32px; margin:1px 0; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background:none; width:0;
  height:0; border:0; }}
QProgressBar {{ background:{track}; border:0; border-radius:3px; max-height:6px; min-height:6px; }}
QProgressBar::chunk {{ background:{accent}; border-radius:3px; }}
QToolTip {{ background:{surface}; color:{text}; border:1px solid {hairline}; padding:6px 8px; }}
QMenu {{ background:{surface}; color:{text}; border:1px solid {hairline}; border-radius:{rc}px; padding:6px; }}
QMenu::item {{ padding:7px 20px 7px 12px; border-radius:6px; }}
QMenu::item:selected {{ background:{accent_tint}; color:{text}; }}
QMenu::item:disabled {{ color:{text_disabled}; }}
QSplitter::handle {{ background:transparent; }}
"""
