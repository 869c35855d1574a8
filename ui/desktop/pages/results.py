"""Results: fetched, verified against the signed list, opened, names put back; and a picture of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from client.model.site_numbers import SiteNumbers
from ui.desktop.bridge import Call, LongCall
from ui.desktop.desk import Desk
from ui.desktop.error_words import show_error
from ui.desktop.i18n import grouped, plural
from ui.desktop.system.outside import show_outside
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M
from ui.desktop.views import JobView, ResultsView, ResultView, Step
from ui.desktop.widgets.controls import Button, CheckBox, IconLabel
from ui.desktop.widgets.file_dialog import choose_folder, choose_new_file
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, EmptyState, Page, clear_layout, horizontal, vertical
from ui.desktop.widgets.plots import Agreement, Histogram
from ui.desktop.widgets.text import Label, PathLabel
from ui.desktop.words import count_words, join_words, locale, sentence, share_words, size_words, time_words

MOST_ROWS = 8
"""Whoever wants to see all of a hundred files opens the folder."""
PLOT_EM = 16


class ResultsPage(Page):
    """A card a job whose results are ready; below, what was fetched."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(
            self.tr("Results"),
            self.tr("Verified, opened and with the original names. Only this computer can open them."),
        )
        self._desk = desk
        self._folder: Path | None = None
        self._fetching: str | None = None
        self._ticket = 0
        self._fetched_job = self._wanted_job = ""
        self.keep_pseudonyms = CheckBox(theme, self.tr("Keep the pseudonyms, do not put names back"),
                                        name="keep-pseudonyms")  # fmt: skip
        self.progress_words = Label("", "small")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Download"))
        self.stop_button = Button(theme, self.tr("Stop"), kind="ghost", icon="x", name="stop-fetching")
        self.stop_button.clicked.connect(self._stop)
        bar = vertical(self.progress_words, self.progress, spacing=6)
        progress = horizontal(spacing=SPACE_M)
        progress.addLayout(bar, 1)
        progress.addWidget(self.stop_button)
        self.progress_card = Card(progress)
        self.empty = EmptyState(
            theme, "inbox", self.tr("No results yet"),
            self.tr("When a job is finished, its results can be fetched here."),
        )  # fmt: skip
        self.jobs_button = self.empty.add_button(Button(theme, self.tr("Open “Jobs”"), name="open-jobs"))
        self.jobs_button.clicked.connect(self._open_jobs)
        self.job_rows = vertical(spacing=SPACE_M)
        self.jobs_card = Card(Label(self.tr("Ready at the service"), "h2"), spacing=SPACE_M)
        self.jobs_card.body.addLayout(self.job_rows)
        self.jobs_card.body.addWidget(self.keep_pseudonyms)
        self.file_rows = vertical(spacing=SPACE_M)
        self.folder_button = Button(theme, self.tr("Open folder"), icon="folder-open", name="open-folder")
        self.folder_button.clicked.connect(self._open_folder)
        self.report_button = Button(theme, self.tr("Save report…"), icon="save", name="save-report")
        self.report_button.clicked.connect(self._save_report)
        heading = FoldingRow(Label(self.tr("On this computer"), "h2"), self.report_button, self.folder_button, grows=0)
        self.files_card = Card(heading, spacing=SPACE_M)
        self.files_card.body.addLayout(self.file_rows)
        self.frequencies = Histogram(theme, self.tr("Sites by allele frequency"), self.tr("allele frequency"),
                                     self.tr("sites"))  # fmt: skip
        self.agreement = Agreement(theme, self.tr("Allele frequency of the results against what was sent"),
                                   self.tr("frequency sent"), self.tr("in the results"))  # fmt: skip
        self.call_rates = Histogram(theme, self.tr("Sites by call rate"), self.tr("call rate"), self.tr("sites"))
        self.plot_words = Label("", "muted", wrap=True)
        self.plots_card = Card(Label(self.tr("At a glance"), "h2"), self.plot_words, spacing=SPACE_M)
        plots = FoldingRow(self.agreement, self.frequencies, self.call_rates, spacing=SPACE_L, equal_em=PLOT_EM)
        self.plots_card.body.addWidget(plots)
        for card in (self.progress_card, self.files_card, self.plots_card):
            card.hide()
        self.body.addWidget(self.empty, 1)
        for card in (self.jobs_card, self.progress_card, self.plots_card, self.files_card):
            self.body.addWidget(card)
        self.body.addStretch(0)
        desk.account_changed.connect(self._account_changed)
        self._show_jobs(())

    def shown(self) -> None:
        """Ask which jobs have results."""
        account = self._desk.account
        if account is not None and account.is_signed_in:
            work = Call(self._desk.need().jobs)
            self._desk.bridge.run(work, done=self._show_jobs, failed=self._list_failed, lane="jobs")

    def fetch(self, job: str, folder: Path) -> None:
        """Download, verify, open and restore into `folder`."""
        if self._fetching is None:
            self._fetching, self._folder = job, folder
            self.banner.clear()
            self.progress_words.setText(self.tr("Asking for the signed list of results …"))
            self.progress.setValue(0)
            self.stop_button.setEnabled(True)
            self.progress_card.show()
            keep = self.keep_pseudonyms.isChecked()
            work = LongCall(self._desk.need().results, job, folder, keep_pseudonyms=keep)
            self._ticket = self._desk.bridge.run(
                work, done=self._fetched, failed=self._fetch_failed, progress=self._progress, lane="results"
            )

    def _stop(self) -> None:
        """What was fetched so far is kept, and the next time goes on from there."""
        self.stop_button.setEnabled(False)
        self._desk.bridge.stop(self._ticket)

    def ask_folder(self, job: str) -> None:
        """Fetch into the folder of the settings, or ask where to."""
        self._wanted_job = job
        work = Call(self._desk.need().results_place, job)
        self._desk.bridge.run(work, done=self._place_known, failed=self._failed, lane="results")

    def _place_known(self, place: Path | None) -> None:
        folder = place or choose_folder(self, self.tr("Where should the results go?"))
        if folder is not None:
            self.fetch(self._wanted_job, folder)

    def _account_changed(self) -> None:
        account = self._desk.account
        if account is None or account.user is None:
            self._show_jobs(())
        elif self.isVisible():
            self.shown()

    def _show_jobs(self, jobs: tuple[JobView, ...]) -> None:
        self.banner.take_back_look()
        ready = [job for job in jobs if job.status.state == "succeeded" and job.is_of_this_computer]
        clear_layout(self.job_rows)
        for job in ready:
            self.job_rows.addLayout(self._job_row(job))
        self.order_tabs()
        self.jobs_card.setVisible(bool(ready))
        self.empty.setVisible(not ready and not self.files_card.isVisibleTo(self))

    def _job_row(self, job: JobView) -> QHBoxLayout:
        title = PathLabel("strong")
        sent = time_words(job.status.submitted_at.isoformat())
        title.show_name(job.name or self.tr("Job of %1").replace("%1", sent), 60)
        finished = job.status.finished_at
        when = "" if finished is None else self.tr("ready since %1").replace("%1", time_words(finished.isoformat()))
        words = join_words(when, plural.tr("%n file(s)", "", len(job.status.results)))
        button = Button(self.theme, self.tr("Fetch…"), kind="primary" if not self.job_rows.count() else "",
                        icon="download", name=f"fetch-{job.status.id}")  # fmt: skip
        button.setAccessibleName(self.tr("Fetch the results of %1").replace("%1", title.accessibleName()))
        button.clicked.connect(self._fetch_clicked)
        row = horizontal(spacing=SPACE_M)
        row.addWidget(IconLabel(self.theme, "package-check", 1.5, "good"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(vertical(title, Label(sentence(words), "small", wrap=True), spacing=2), 1)
        row.addWidget(button)
        return row

    def _open_jobs(self) -> None:
        self.wants.emit("jobs")

    def _fetch_clicked(self) -> None:
        self.ask_folder(self.sender().objectName().removeprefix("fetch-"))

    def _progress(self, step: Step) -> None:
        self.progress_words.setText(
            join_words(
                self.tr("File %1 of %2").replace("%1", str(step.number)).replace("%2", str(step.of)),
                share_words(step.done, step.total) if step.total else size_words(step.done),
            )
        )
        inside = step.done / step.total if step.total else 0
        self.progress.setValue(round(1000 * (step.number - 1 + inside) / max(1, step.of)))

    def _fetched(self, fetched: ResultsView) -> None:
        files, left_out = fetched
        job, self._fetching = self._fetching or "", None
        self.progress_card.hide()
        if not files:
            words = self.tr("The service's signed list of results is empty: there is nothing to fetch.")
            self.banner.say("info", words)
            return
        self._fetched_job = job
        self.empty.hide()
        clear_layout(self.file_rows)
        for file in files[:MOST_ROWS]:
            self.file_rows.addLayout(self._file_row(file))
        if len(files) > MOST_ROWS:
            more = count_words(len(files) - MOST_ROWS)
            self.file_rows.addWidget(Label(self.tr("… and %1 more in the folder").replace("%1", more), "small"))
        self.files_card.show()
        restored = sum(file.names == "original" for file in files)
        count = len(files)
        words = grouped(self.tr("%n file(s) verified against the service's signed list and opened.", "", count), count)
        more = grouped(self.tr("The original names are back in %n of them.", "", restored), restored)
        left = self.tr("%n index(es) or checksum(s) stayed there: with the names back they would no longer fit.",
                       "", len(left_out))  # fmt: skip
        parts = (words, more if restored else "", grouped(left, len(left_out)) if left_out else "")
        self.banner.say("good", " ".join(filter(None, parts)), title=self.tr("Results are here"))
        work = Call(self._desk.need().result_numbers, self._fetched_job, tuple(file.output for file in files))
        self._desk.bridge.run(work, done=self._numbers_known, lane="results")

    def _file_row(self, file: ResultView) -> QHBoxLayout:
        name = PathLabel("strong")
        name.show_name(file.name, 80)
        state = {
            "original": self.tr("opened, names restored"),
            "pseudonyms": self.tr("opened, still with pseudonyms"),
            "none": self.tr("opened, no names inside"),
        }.get(file.names, "")
        row = horizontal(spacing=SPACE_M)
        row.addWidget(IconLabel(self.theme, "file-text", 1.4), 0, Qt.AlignmentFlag.AlignTop)
        words = Label(join_words(size_words(file.bytes), state), "small", wrap=True)
        row.addLayout(vertical(name, words, spacing=2), 1)
        return row

    def _numbers_known(self, numbers: SiteNumbers | None) -> None:
        self.plots_card.setVisible(numbers is not None)
        if numbers is None:
            return
        self.frequencies.show_counts(numbers.frequencies)
        self.agreement.show_pairs(numbers.pairs)
        self.agreement.setVisible(bool(numbers.pairs))
        self.frequencies.setVisible(not numbers.pairs)
        self.call_rates.show_counts(numbers.call_rates)
        mean = numbers.mean_call_rate
        rate = "" if mean is None else self.tr("mean call rate %1").replace("%1", locale().toString(mean, "f", 4))
        sites = plural.tr("%n site(s)", "", numbers.sites)
        self.plot_words.setText(join_words(sites, rate, self._agreement_words(numbers)))

    def _agreement_words(self, numbers: SiteNumbers) -> str:
        """The picture in words, for everybody who does not see it."""
        if not numbers.pairs:
            return ""
        words = self.tr("allele frequencies of %1 of %2 compared sites are within 0.1 of what was sent")
        near = count_words(len(numbers.pairs) - numbers.far_apart)
        return words.replace("%1", near).replace("%2", count_words(len(numbers.pairs)))

    def _save_report(self) -> None:
        file = choose_new_file(self, self.tr("Save the report"), "HTML (*.html)", "report.html")
        if file is not None:
            work = Call(self._desk.need().save_report, self._fetched_job, file)
            self._desk.bridge.run(work, done=self._report_saved, failed=self._failed, lane="results")

    def _report_saved(self, _nothing: object) -> None:
        self.banner.say("good", self.tr("The report is saved: what was removed, kept and dropped, without any name."))

    def _open_folder(self) -> None:
        if self._folder is not None:
            show_outside(self._folder)

    def _fetch_failed(self, error: Exception) -> None:
        self._fetching = None
        self.progress_card.hide()
        show_error(self.banner, error)

    def _list_failed(self, error: Exception) -> None:
        show_error(self.banner, error, is_about_look=True)

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
