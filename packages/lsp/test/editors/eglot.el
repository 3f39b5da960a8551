;;; Plays $RESTREAM_LINT_STEPS in the file that follows, and prints for each step a line of JSON: what the editor then shows.  -*- lexical-binding: t -*-
;; Written for Eglot 1.9 in Emacs 28.

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'json)

(defconst driver-deadline-s 20)

(defvar-local driver-published nil "The version that was diagnosed last.")

(cl-defmethod eglot-handle-notification :after
  (_server (_method (eql textDocument/publishDiagnostics)) &key uri version &allow-other-keys)
  (let ((buffer (find-buffer-visiting (eglot--uri-to-path uri))))
    (when buffer (with-current-buffer buffer (setq driver-published version)))))

(defun driver-await (what is-so)
  (let ((deadline (+ (float-time) driver-deadline-s)) found)
    (while (not (setq found (funcall is-so)))
      (when (> (float-time) deadline) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01))
    found))

(defun driver-go-to (text &optional behind)
  "Put point before TEXT, or BEHIND it."
  (goto-char (point-min))
  (search-forward text)
  (unless behind (goto-char (match-beginning 0))))

(defun driver-lines ()
  (split-string (string-remove-suffix "\n" (buffer-substring-no-properties (point-min) (point-max)))
                "\n"))

(defun driver-changed ()
  ;; Emacs would send it when it is idle, which it never is without a keyboard.
  (eglot--signal-textDocument/didChange)
  (driver-lines))

(defun driver-tell (diagnostic)
  (let ((begin (flymake-diagnostic-beg diagnostic))
        (end (flymake-diagnostic-end diagnostic))
        (type (flymake-diagnostic-type diagnostic)))
    (save-excursion
      (goto-char begin)
      (format "%d:%d %s %s"
              (line-number-at-pos) (1+ (- begin (line-beginning-position)))
              (cdr (assq type '((eglot-error . "error") (eglot-warning . "warning") (eglot-note . "info"))))
              ;; Eglot shows `restream-lint [rule]: message'.
              (replace-regexp-in-string
               "\\`restream-lint \\[\\(.*?\\)\\]: "
               (lambda (shown)
                 (format "%s [%s] " (match-string 1 shown) (buffer-substring-no-properties begin end)))
               (flymake-diagnostic-text diagnostic) t t)))))

(defun driver-diagnostics ()
  (driver-await "diagnostics of what is shown"
                (lambda () (eql driver-published eglot--versioned-identifier)))
  (flymake-start)
  (mapcar #'driver-tell
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun driver-replace (old new)
  (driver-go-to old)
  (replace-match new t t)
  (driver-changed)
  (list (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(defun driver-hover (text)
  (driver-go-to text)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (info &rest _) (when info (setq shown info))))
    (split-string (substring-no-properties (driver-await "a hover" (lambda () shown))) "\n")))

(defun driver-complete (text)
  (driver-go-to text t)
  (let ((table (nth 2 (eglot-completion-at-point))))
    (mapcar #'string-trim (all-completions "" table))))

(defun driver-accept (text label)
  (driver-go-to text t)
  (cl-destructuring-bind (begin end table &rest rest) (eglot-completion-at-point)
    (let ((item (cl-find label (all-completions "" table) :key #'string-trim :test #'equal)))
      (unless item (error "Not offered: %s" label))
      (delete-region begin end)
      (insert item)
      (funcall (plist-get rest :exit-function) item 'finished)))
  (driver-changed))

(defun driver-action (text title)
  (driver-go-to text)
  (cl-letf ((last-nonmenu-event ?\r) ; not the mouse
            ((symbol-function 'completing-read)
             (lambda (_prompt items &rest _)
               (if (assoc title items) title
                 (error "Not offered: %s, but %S" title (mapcar #'car items))))))
    (eglot-code-actions (point) (point) nil t))
  (driver-changed))

(defun driver-places (index)
  "The names in INDEX, which `imenu' would show, each with its position."
  (cl-loop for (name . what) in index
           if (consp what) append (driver-places what)
           else collect (cons what name)))

(defun driver-symbols ()
  (mapcar (lambda (it) (format "%d %s" (line-number-at-pos (car it)) (cdr it)))
          (sort (driver-places (eglot-imenu)) (lambda (a b) (< (car a) (car b))))))

(defun driver-rename (text name)
  (driver-go-to text)
  (eglot-rename name)
  (driver-changed))

(defvar driver-told nil "What a person was told last.")

(cl-defmethod eglot-handle-notification :after
  (_server (_method (eql window/showMessage)) &key message &allow-other-keys)
  (setq driver-told message))

(defun driver-command (name &optional answer)
  "Run what init.el has for the command NAME, with ANSWER to what is asked."
  (setq driver-told nil)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt titles &rest _)
               (or (car (member answer titles)) (error "Not offered: %s, but %S" answer titles)))))
    (call-interactively (intern (replace-regexp-in-string "\\." "-" name)))
    (split-string (driver-await "a message" (lambda () driver-told)) "\n")))

(defun driver-stop ()
  "Answer the name of the server's process if that is still there."
  (let* ((server (eglot--current-server-or-lose))
         (pid (process-id (jsonrpc--process server)))
         (name (cdr (assq 'comm (process-attributes pid)))))
    (unless name (error "The server was not there"))
    (eglot-shutdown server)
    (and (process-attributes pid) (list name))))

(setq eglot-confirm-server-initiated-edits nil
      enable-local-variables :safe)
(find-file (pop command-line-args-left))
;; `eglot-ensure' waits for the end of a command, and there is none without a keyboard.
(run-hooks 'post-command-hook)
(driver-await "the server" #'eglot-current-server)
(let ((json-array-type 'list))
  (dolist (step (json-read-from-string (getenv "RESTREAM_LINT_STEPS")))
    (let ((shown (apply (intern (concat "driver-" (car step))) (cdr step))))
      (princ (concat (json-encode (vconcat shown)) "\n")))))
