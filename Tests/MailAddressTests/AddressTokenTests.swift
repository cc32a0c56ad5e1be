import MailAddress
import Testing
